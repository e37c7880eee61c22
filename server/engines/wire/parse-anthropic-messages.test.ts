import { describe, expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";

const parse = (body: unknown) => parseRawBody("claude", JSON.stringify(body));

function message(content: unknown[], more: Record<string, unknown> = {}) {
  const usage = { input_tokens: 1000, output_tokens: 100 };
  const fixed = { type: "message", role: "assistant", model: "claude-haiku-5-5", usage };
  return { ...fixed, content, stop_reason: "end_turn", ...more };
}
const text = (value: string, ...urls: string[]) => ({
  type: "text",
  text: value,
  citations: urls.map((url) => ({ type: "web_search_result_location", url, title: "", cited_text: "…" })),
});

describe("a Claude message", () => {
  it.each([
    ["end_turn", "answered", null],
    ["stop_sequence", "answered", null],
    ["max_tokens", "truncated", "max_tokens"],
    ["model_context_window_exceeded", "truncated", "model_context_window_exceeded"],
    ["pause_turn", "truncated", "pause_turn"],
    ["refusal", "refused", "refusal"],
    ["tool_use", "provider_error", "the turn stopped: tool_use"],
  ])("that stopped for %s is %s", (stop_reason, state, reason) => {
    expect(parse(message([text("Halvorn.")], { stop_reason }))).toMatchObject({ state, reason });
  });

  it("that was refused names the vendor's category, and has no text to show", () => {
    const stop_details = { type: "refusal", category: "cyber", explanation: "blocked" };
    expect(parse(message([], { stop_reason: "refusal", stop_details }))).toMatchObject({
      state: "refused",
      reason: "refusal: cyber",
      text: "",
    });
  });

  it("without text is empty", () => {
    expect(parse(message([])).state).toBe("empty");
    expect(parse(message([text(" \n")])).state).toBe("empty");
  });

  it("is an answer although a search failed: an error object stands in place of results", () => {
    const content = { type: "web_search_tool_result_error", error_code: "max_uses_exceeded" };
    const parsed = parse(
      message([
        { type: "server_tool_use", id: "s", name: "web_search", input: { query: "desks" } },
        { type: "web_search_tool_result", tool_use_id: "s", content },
        text("Halvorn."),
      ]),
    );
    expect(parsed).toMatchObject({ state: "answered", searchTriggered: true, searchQueries: ["desks"] });
    expect(parsed.citations).toEqual([]);
  });

  it("keeps every passage of a page, and two pages of one passage", () => {
    const parsed = parse(
      message([
        text("🪑 One", "https://a.example/", "https://b.example/"),
        text(", "),
        text("two", "https://a.example/"),
      ]),
    );
    const passages = parsed.citations.map(({ url, title, spans }) => ({
      url,
      title,
      passages: spans.map(({ start, end }) => parsed.text.slice(start, end)),
    }));
    expect(passages).toEqual([
      { url: "https://a.example/", title: null, passages: ["🪑 One", "two"] },
      { url: "https://b.example/", title: null, passages: ["🪑 One"] },
    ]);
  });

  it("costs five times as much for a prompt of more than 100,000 tokens, and nothing is said of an unknown model", () => {
    const usage = { input_tokens: 100_000, output_tokens: 0 };
    expect(parse(message([], { usage })).costMicros).toBe(10_000);
    expect(parse(message([], { usage: { ...usage, cache_read_input_tokens: 1 } })).costMicros).toBe(50_001);
    expect(parse(message([], { model: "claude-next-9" })).costMicros).toBeNull();
  });

  it("says which fields are missing, and which error the vendor gave instead", () => {
    const error = { type: "error", error: { type: "overloaded_error", message: "secret" }, request_id: "r" };
    expect(parse(error)).toMatchObject({
      state: "provider_error",
      reason: "Claude failed: overloaded_error",
    });
    expect(parse(message([], { stop_reason: null })).reason).toBe("not an Anthropic message: stop_reason");
    expect(parse({ type: "message", role: "assistant" }).reason).toBe(
      "not an Anthropic message: model, content, stop_reason",
    );
  });
});
