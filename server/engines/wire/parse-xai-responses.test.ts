import { describe, expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";

const parse = (body: unknown) => parseRawBody("grok", JSON.stringify(body));
const wiki = "https://en.wikipedia.org/wiki/XAI_(company)";
const sources = ["https://a.example/", "https://b.example/", wiki].map((url) => ({ type: "url", url }));
const search = {
  type: "web_search_call",
  id: "ws_1",
  status: "completed",
  action: { type: "search", query: "best desks", sources },
};

function response(output: unknown[], more: Record<string, unknown> = {}) {
  const fixed = {
    id: "1d1a0870-4485",
    object: "response",
    status: "completed",
    model: "grok-4.3",
    error: null,
  };
  return { ...fixed, output, incomplete_details: null, usage: null, ...more };
}
function message(text: string, annotations: unknown[] = []) {
  const content = [{ type: "output_text", text, logprobs: [], annotations }];
  return { type: "message", id: "msg_1", role: "assistant", status: "completed", content };
}
const annotated = (url: string, start = 0, end = 0, title = url) => ({
  type: "url_citation",
  url,
  title,
  start_index: start,
  end_index: end,
});
function passages(body: unknown, kind: string) {
  const { citations, text } = parse(body);
  return citations
    .filter((citation) => citation.kind === kind)
    .map(({ url, title, spans }) => [url, title, spans.map(({ start, end }) => text.slice(start, end))]);
}

describe("an xAI response", () => {
  it("cites numbered links in the text, once with their annotation, brackets in the address and all", () => {
    const links = [`[[1]](${wiki})`, "[[2]](https://a.example/)"];
    const text = `🪑 Halvorn wins.${links[0]} Nordaka too.${links[1]}${links[0]}`;
    const at = [...text.slice(0, text.indexOf(links[0] ?? ""))].length;
    const annotations = [annotated(wiki, at, at + (links[0]?.length ?? 0), "xAI – Wikipedia")];
    const body = response([search, message(text, annotations)]);
    expect(passages(body, "cited")).toEqual([
      [wiki, "xAI – Wikipedia", [links[0], links[0]]],
      ["https://a.example/", null, [links[1]]],
    ]);
    expect(passages(body, "retrieved").map(([url]) => url)).toEqual(sources.map(({ url }) => url));
  });

  it("takes annotations without a place for pages that were come across, not for citations", () => {
    const annotations = [...sources.map(({ url }) => annotated(url)), annotated("https://more.example/")];
    const body = response([search, message("**xAI**", annotations)]);
    expect(passages(body, "cited")).toEqual([]);
    expect(passages(body, "retrieved")).toEqual([
      ["https://a.example/", null, []],
      ["https://b.example/", null, []],
      [wiki, null, []],
      ["https://more.example/", null, []],
    ]);
  });

  it("takes them for citations in an older body, which has no other list", () => {
    const older = {
      type: "web_search_call",
      name: "web_search",
      arguments: '{"query":"desks","num_results":5}',
    };
    const body = response([older, message("xAI.", [{ type: "url_citation", url: "https://x.ai/" }])]);
    expect(passages(body, "cited")).toEqual([["https://x.ai/", null, []]]);
    expect(parse(body)).toMatchObject({ searchTriggered: true, searchQueries: ["desks"] });
  });

  it("counts pages that were opened among the retrieved, and survives arguments that aren't JSON", () => {
    const opened = {
      type: "web_search_call",
      name: "browse_page",
      arguments: '{"url":"https://z.example/"}',
    };
    const action = { type: "web_search_call", action: { type: "open_page", url: "https://y.example/" } };
    const broken = { type: "web_search_call", name: "web_search", arguments: '{"query":' };
    const body = response([opened, action, broken, message("Halvorn.")]);
    expect(passages(body, "retrieved").map(([url]) => url)).toEqual([
      "https://z.example/",
      "https://y.example/",
    ]);
    expect(parse(body).searchQueries).toEqual([]);
  });

  it("costs what its own bill says, or else the list price", () => {
    const usage = {
      input_tokens: 197,
      input_tokens_details: { cached_tokens: 128 },
      output_tokens: 111,
      output_tokens_details: { reasoning_tokens: 110 },
    };
    // A recorded bill of Grok 4.3: the price list gives the same.
    const billed = parse(response([message("hello")], { usage: { ...usage, cost_in_usd_ticks: 3_893_500 } }));
    expect(billed.costMicros).toBe(390);
    expect(parse(response([message("hello")], { usage })).costMicros).toBe(390);
    const counted = { ...usage, server_side_tool_usage_details: { web_search_calls: 2 } };
    expect(parse(response([search, message("hello")], { usage: counted }))).toMatchObject({
      costMicros: 10_390,
      usage: { searches: 2, reasoningTokens: 110 },
    });
    expect(parse(response([message("hello")], { usage, model: "grok-9" })).costMicros).toBeNull();
  });

  it.each([
    [{ status: "incomplete", incomplete_details: { reason: "max_output_tokens" } }, "truncated"],
    [{ incomplete_details: { reason: "content_filter" } }, "refused"],
    [{ status: "failed", error: { code: "server_error", message: "secret" } }, "provider_error"],
    [{ status: "in_progress" }, "provider_error"],
    [{ output: [] }, "empty"],
    [{ output: [message(" ")] }, "empty"],
    [{ output: [{ ...message(""), content: [{ type: "refusal", refusal: "No." }] }] }, "refused"],
    [{ model: "gpt-5-mini" }, "provider_error"],
    [{ output: [{ type: "web_search_call", id: "ws" }] }, "provider_error"],
  ])("%o is %s", (more, state) => {
    expect(parse(response([message("Halvorn.")], more)).state).toBe(state);
  });
});
