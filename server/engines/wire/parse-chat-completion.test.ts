import { describe, expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";

const parse = (body: unknown) => parseRawBody("openai_compatible", JSON.stringify(body));

function completion(message: Record<string, unknown>, more: Record<string, unknown> = {}, finish = "stop") {
  const choices = [{ index: 0, message: { role: "assistant", ...message }, finish_reason: finish }];
  return { id: "chatcmpl-1", object: "chat.completion", created: 1, model: "llama3.2", choices, ...more };
}
function passages(body: unknown, kind = "cited") {
  const { citations, text } = parse(body);
  return citations
    .filter((citation) => citation.kind === kind)
    .map(({ url, title, spans }) => [url, title, spans.map(({ start, end }) => text.slice(start, end))]);
}
const usage = { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 };

describe("a chat completion", () => {
  it("of a plain model server says nothing of searches, pages or cost", () => {
    expect(parse(completion({ content: "Halvorn." }, { usage }))).toEqual({
      state: "answered",
      reason: null,
      text: "Halvorn.",
      modelRequested: null,
      modelServed: "llama3.2",
      searchTriggered: null,
      citations: [],
      searchQueries: [],
      usage: {
        inputTokens: 10,
        cachedInputTokens: null,
        outputTokens: 5,
        reasoningTokens: null,
        searches: null,
      },
      costMicros: null,
      finish: "stop",
    });
  });

  it("cites what annotations name, nested or flat", () => {
    const content = "🪑 Halvorn wins ([a](https://a.example/)).";
    const start = [...content.slice(0, content.indexOf("("))].length;
    const cited = { url: "https://a.example/", title: "A", start_index: start, end_index: start + 25 };
    for (const one of [
      { type: "url_citation", url_citation: cited },
      { type: "url_citation", ...cited },
    ]) {
      const body = completion({ content, annotations: [one] });
      expect(passages(body)).toEqual([["https://a.example/", "A", ["([a](https://a.example/))"]]]);
      expect(parse(body).searchTriggered).toBe(true);
    }
  });

  it("resolves numbers by the list beside the text, and cites the whole list where the text has none", () => {
    const citations = ["https://a.example/", "https://b.example/", "https://c.example/"];
    expect(passages(completion({ content: "🪑 Halvorn[3][1]." }, { citations }))).toEqual([
      ["https://c.example/", null, ["[3]"]],
      ["https://a.example/", null, ["[1]"]],
    ]);
    const search_results = citations.map((url, index) => ({ url, title: `Page ${index + 1}` }));
    const titled = completion({ content: "Halvorn[2]." }, { citations, search_results });
    expect(passages(titled)).toEqual([["https://b.example/", "Page 2", ["[2]"]]]);
    expect(passages(titled, "retrieved")).toHaveLength(3);
    expect(passages(completion({ content: "Halvorn." }, { citations }))).toHaveLength(3);
  });

  it.each([
    [{ content: "Halvorn." }, "length", "truncated"],
    [{ content: "" }, "content_filter", "refused"],
    [{ content: null, refusal: "No." }, "stop", "refused"],
    [{ content: null }, "tool_calls", "provider_error"],
    [{ content: "" }, "stop", "empty"],
    [{ content: null }, "stop", "empty"],
  ])("with %o that finished with %s is %s", (message, finish, state) => {
    expect(parse(completion(message, {}, finish)).state).toBe(state);
  });

  it("without content is an error where tokens of it were counted, and without choices always", () => {
    expect(parse(completion({ content: null }, { usage })).reason).toBe(
      "no content, though 5 tokens of it were counted",
    );
    expect(parse(completion({}, {}, "stop")).reason).toBe("not a chat completion: choices.0.message.content");
    expect(parse({ object: "chat.completion", choices: [] }).reason).toBe("not a chat completion: choices");
    expect(parse({ error: "the model runner has stopped" }).state).toBe("provider_error");
  });
});
