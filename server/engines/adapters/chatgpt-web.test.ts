import { expect, it } from "vitest";
import { normal } from "../conformance/answer-cases";
import { parseRawBody } from "../parse-raw-body";
import { engines } from "../registry";
import { encodedBody } from "../testing/encoded-body";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";
import { chatgptWeb } from "./chatgpt-web";

/** A capture with changes in its result. */
async function parsedWith(changes: Record<string, unknown>) {
  const body = JSON.parse(await encodedBody(chatgptWeb, normal));
  Object.assign(body.tasks[0].result[0], changes);
  return parseRawBody("chatgpt_web", JSON.stringify(body));
}

it("asks ChatGPT's website the prompt verbatim, of that country and language, and forces no search", async () => {
  const { ask, reply, body } = await sentRequest("chatgpt_web", awkwardPrompt, {
    country: "TW",
    language: "zh",
  });
  expect(body).toEqual([
    {
      keyword: awkwardPrompt.replaceAll("%", "%25").replaceAll("+", "%2B"),
      location_code: 2158,
      language_code: "zh-TW",
      tag: ask.askId,
    },
  ]);
  expect(JSON.parse(reply.body).tasks[0].result[0].keyword).toBe(awkwardPrompt);
});

it("is a series of its own beside the API's: another engine, another surface, another contract", () => {
  const [api, web] = ["chatgpt", "chatgpt_web"].map((id) => engines.find((engine) => engine.id === id));
  expect([api?.surface, web?.surface]).toEqual(["api", "capture"]);
  expect(api?.contract).not.toBe(web?.contract);
});

it("tells sources from search results, and keeps the queries, the model and the vendor's price", async () => {
  expect(await parsedWith({})).toMatchObject({
    state: "answered",
    modelServed: "gpt-5-3",
    searchTriggered: true,
    searchQueries: normal.queries,
    costMicros: 4000,
    usage: null,
  });
});

it("takes a list that is null for an empty one, and one that is missing for one that wasn't seen", async () => {
  const none = { items: null, sources: null, search_results: null, fan_out_queries: null };
  expect(await parsedWith(none)).toMatchObject({ searchTriggered: false, citations: [] });
  expect(await parsedWith({ ...none, fan_out_queries: undefined })).toMatchObject({ searchTriggered: null });
  expect(await parsedWith({ ...none, fan_out_queries: ["desk"] })).toMatchObject({ searchTriggered: true });
});

it("reads the parts where the whole has no text of its own, and refuses a capture with neither", async () => {
  const parts = [
    { type: "chat_gpt_text", markdown: "Halvorn." },
    { type: "chat_gpt_products", items: [{ title: "Rise 2", url: "https://shop.example/" }] },
    { type: "chat_gpt_text", text: "Nordaka.", sources: [{ url: "https://b.example/" }] },
  ];
  const read = await parsedWith({ markdown: null, sources: null, items: parts });
  expect(read).toMatchObject({ state: "answered", text: "Halvorn.\n\nNordaka." });
  expect(read.citations.filter(({ kind }) => kind === "cited").map(({ url }) => url)).toEqual([
    "https://b.example/",
  ]);
  expect(await parsedWith({ markdown: null, items: null })).toMatchObject({
    state: "provider_error",
    reason: "not a capture of ChatGPT: tasks.0.result.0.markdown",
  });
});
