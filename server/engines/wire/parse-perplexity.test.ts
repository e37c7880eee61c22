import { describe, expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";

const parse = (body: unknown) => parseRawBody("perplexity", JSON.stringify(body));
const page = (id: number, url: string) => ({ id, url, title: `Page ${id}`, snippet: "…", source: "web" });

function response(text: string, annotations: unknown[] = [], more: Record<string, unknown> = {}) {
  return {
    id: "resp_1",
    object: "response",
    status: "completed",
    model: "perplexity/sonar",
    error: null,
    output: [
      {
        type: "search_results",
        queries: ["best desks", "desk tests"],
        results: [
          page(1, "https://a.example/"),
          page(2, "https://b.example/"),
          page(3, "https://c.example/"),
        ],
      },
      {
        type: "message",
        id: "msg_1",
        role: "assistant",
        content: [{ type: "output_text", text, annotations }],
      },
    ],
    usage: {
      input_tokens: 3007,
      input_tokens_details: { cache_read_input_tokens: 1780 },
      output_tokens: 36,
      output_tokens_details: { reasoning_tokens: 0 },
      tool_calls_details: { search_web: { cost_usd: 0.001, invocation: 2 } },
      cost: { currency: "USD", total_cost: 0.00119, tool_calls_cost: 0.001 },
    },
    ...more,
  };
}
function passages(body: unknown, kind = "cited") {
  const { citations, text } = parse(body);
  return citations
    .filter((citation) => citation.kind === kind)
    .map(({ url, spans }) => [url, spans.map(({ start, end }) => text.slice(start, end))]);
}

describe("a Perplexity response", () => {
  it("cites the results whose numbers stand in the text, and retrieved them all", () => {
    const body = response("🪑 Halvorn wins.[2][1] Nordaka – 日本語 – is cheap [1, 3], and [web:2] agrees.");
    expect(passages(body)).toEqual([
      ["https://b.example/", ["[2]", "[web:2]"]],
      ["https://a.example/", ["[1]", "[1, 3]"]],
      ["https://c.example/", ["[1, 3]"]],
    ]);
    expect(passages(body, "retrieved").map(([url]) => url)).toEqual([
      "https://a.example/",
      "https://b.example/",
      "https://c.example/",
    ]);
    expect(parse(body)).toMatchObject({
      state: "answered",
      modelServed: "perplexity/sonar",
      searchQueries: ["best desks", "desk tests"],
      usage: { inputTokens: 3007, cachedInputTokens: 1780, outputTokens: 36, searches: 2 },
      costMicros: 1190,
    });
  });

  it("takes a number that no result has, a link and a link's definition for prose", () => {
    expect(
      passages(response("In [2019] and [9], see [1](https://x.example/).\n\n[2]: https://y.example/")),
    ).toEqual([]);
  });

  it("joins what an annotation says of a marker with it, and keeps annotations of other places", () => {
    const text = "🪑 Halvorn wins.[1] Nordaka loses.";
    const at = [...text.slice(0, text.indexOf("[1]"))].length;
    const annotations = [
      { type: "url_citation", url: "https://a.example/", title: "A", start_index: at, end_index: at + 3 },
      { type: "url_citation", url: "https://b.example/", title: "", start_index: at + 4, end_index: at + 11 },
      { type: "url_citation", url: "https://d.example/", title: "D" },
    ];
    expect(passages(response(text, annotations))).toEqual([
      ["https://a.example/", ["[1]"]],
      ["https://b.example/", ["Nordaka"]],
      ["https://d.example/", []],
    ]);
  });

  it("counts a page that was opened among the retrieved", () => {
    const opened = {
      type: "fetch_url_results",
      contents: [{ url: "https://z.example/", title: "Z", snippet: "" }],
    };
    const body = response("Halvorn.");
    const retrieved = passages({ ...body, output: [...body.output, opened] }, "retrieved");
    expect(retrieved.at(-1)).toEqual(["https://z.example/", []]);
  });

  it.each([
    [
      { status: "incomplete", incomplete_details: { reason: "max_output_tokens" } },
      "truncated",
      "max_output_tokens",
    ],
    [
      { status: "failed", error: { code: 500, message: "secret" } },
      "provider_error",
      "the response failed: 500",
    ],
    [{ status: "cancelled" }, "provider_error", "the response is cancelled, not completed"],
    [{ status: "queued", output: [] }, "provider_error", "the response is queued, not completed"],
    [{ output: [] }, "empty", "no message in the output"],
  ])("%o is %s", (more, state, reason) => {
    expect(parse(response("Halvorn.", [], more))).toMatchObject({ state, reason });
  });

  it("costs what its bill says in dollars, else its tokens and searches by the price list, and nothing that isn't known", () => {
    const { usage } = response("");
    const euros = { ...usage, cost: { currency: "EUR", total_cost: 1 } };
    const listed = Math.ceil(3007 * 0.25 + 36 * 2.5) + 2 * 5_000;
    expect(parse(response("Halvorn.", [], { usage: euros })).costMicros).toBe(listed);
    expect(parse(response("Halvorn.", [], { usage: { ...usage, cost: null } })).costMicros).toBe(listed);
    expect(parse(response("Halvorn.", [], { usage: euros, model: "perplexity/next" })).costMicros).toBeNull();
    expect(parse(response("Halvorn.", [], { usage: null }))).toMatchObject({ costMicros: null, usage: null });
  });

  it("isn't OpenAI's, nor the other way round", () => {
    const body = response("Halvorn.");
    expect(parseRawBody("chatgpt", JSON.stringify(body)).reason).toBe("not an OpenAI Responses body: model");
    expect(parse({ ...body, model: "gpt-5-mini" }).reason).toBe("not a Perplexity response: model");
  });
});
