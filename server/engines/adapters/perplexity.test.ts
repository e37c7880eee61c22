import { expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";
import { sandboxMarket } from "../sandbox/market";
import { awkwardPrompt, sentRequest } from "../testing/sent-request";

it("asks Perplexity the prompt verbatim, from its place and in its language, with search at hand", async () => {
  const { ask, headers, body } = await sentRequest("perplexity", awkwardPrompt, {
    country: "DE",
    language: "de",
    city: "Berlin",
  });
  expect(body).toEqual({
    model: "perplexity/sonar",
    input: awkwardPrompt,
    tools: [{ type: "web_search", user_location: { country: "DE", city: "Berlin" } }],
    language_preference: "de",
  });
  expect(headers.get("x-client-request-id")).toBe(ask.askId);
});

it("finds the pages behind the numbers of an answer's text, over HTTP", async () => {
  const { reply } = await sentRequest("perplexity", sandboxMarket.prompts[0]?.text ?? "");
  const { citations, text } = parseRawBody("perplexity", reply.body);
  const cited = citations.filter(({ kind }) => kind === "cited");
  expect(cited.length).toBeGreaterThan(1);
  const marks = cited.flatMap(({ spans }) => spans.map(({ start, end }) => text.slice(start, end)));
  expect(marks.filter((mark) => /^\[\d+\]$/.test(mark)).length).toBeGreaterThan(1);
});
