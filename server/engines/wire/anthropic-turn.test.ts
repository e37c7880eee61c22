import { describe, expect, it } from "vitest";
import { askEngine } from "../ask-engine";
import { EngineError } from "../engine-error";
import { parseRawBody } from "../parse-raw-body";
import { mintedAsk } from "../testing/minted-ask";
import { sealedBodies } from "./reply-envelope";

const search = { type: "server_tool_use", id: "s1", name: "web_search", input: { query: "desks" } };
const hits = {
  type: "web_search_tool_result",
  tool_use_id: "s1",
  content: [
    { type: "web_search_result", url: "https://a.example/", title: "A", encrypted_content: "x" },
    { type: "web_search_result", url: "https://b.example/", title: "B", encrypted_content: "y" },
  ],
};
const cite = { type: "web_search_result_location", url: "https://a.example/", title: "A", cited_text: "…" };

function message(stop_reason: string, content: unknown[], searches = 0) {
  const usage = {
    input_tokens: 1000,
    output_tokens: 100,
    server_tool_use: { web_search_requests: searches },
  };
  return { type: "message", role: "assistant", model: "claude-haiku-5-5", content, stop_reason, usage };
}
const paused = message("pause_turn", [{ type: "text", text: "Let me look." }, search, hits], 1);
const done = message("end_turn", [
  { type: "text", text: "Buy 🪑 " },
  { type: "text", text: "Halvorn", citations: [cite] },
  { type: "text", text: "." },
]);

/** An ask whose vendor gives these replies, one a call; what it was sent each time. */
async function askWith(replies: readonly (() => Response)[]) {
  const sent: { messages: unknown[] }[] = [];
  const asked = askEngine("claude", mintedAsk("which desk?"), {
    environment: { ANTHROPIC_API_KEY: "k" },
    fetch: async (input, init) => {
      sent.push(await new Request(input, init).json());
      return replies[sent.length - 1]?.() ?? new Response("{}", { status: 500 });
    },
  });
  return { sent, outcome: await asked.catch((error: unknown) => error) };
}
const reply = (body: unknown) => () =>
  new Response(`${JSON.stringify(body, null, 2)}\n`, { headers: { "content-type": "application/json" } });

describe("a turn of Claude that is paused", () => {
  it("is continued with what it sent so far, and its raw body keeps every reply as it came", async () => {
    const { sent, outcome } = await askWith([reply(paused), reply(paused), reply(done)]);
    expect(sent.map(({ messages }) => messages)).toEqual([
      [{ role: "user", content: "which desk?" }],
      [
        { role: "user", content: "which desk?" },
        { role: "assistant", content: paused.content },
      ],
      [
        { role: "user", content: "which desk?" },
        { role: "assistant", content: [...paused.content, ...paused.content] },
      ],
    ]);
    const { body } = outcome as { body: string };
    expect(sealedBodies(body)).toEqual(
      [paused, paused, done].map((one) => `${JSON.stringify(one, null, 2)}\n`),
    );
  });

  it("reads as one answer: one text, one row for a page, usage and cost of all replies", async () => {
    const { outcome } = await askWith([reply(paused), reply(done)]);
    const parsed = parseRawBody("claude", (outcome as { body: string }).body);
    expect(parsed).toMatchObject({
      state: "answered",
      text: "Let me look.\n\nBuy 🪑 Halvorn.",
      searchQueries: ["desks"],
      usage: { inputTokens: 2000, outputTokens: 200, searches: 1 },
      costMicros: 2 * 150 + 10_000,
      finish: "end_turn",
    });
    const at = parsed.text.indexOf("Halvorn");
    expect(parsed.citations).toEqual([
      {
        url: "https://a.example/",
        title: "A",
        kind: "cited",
        ordinal: 1,
        spans: [{ start: at, end: at + "Halvorn".length }],
      },
      { url: "https://a.example/", title: "A", kind: "retrieved", ordinal: 1, spans: [] },
      { url: "https://b.example/", title: "B", kind: "retrieved", ordinal: 2, spans: [] },
    ]);
  });

  it("ends after five replies and is truncated then", async () => {
    const { sent, outcome } = await askWith(Array.from({ length: 9 }, () => reply(paused)));
    expect(sent).toHaveLength(5);
    expect(parseRawBody("claude", (outcome as { body: string }).body)).toMatchObject({
      state: "truncated",
      reason: "pause_turn",
    });
  });

  it("is lost, not free, when the continuation fails: the first reply was billed", async () => {
    const busy = () => new Response("{}", { status: 429, headers: { "retry-after": "1" } });
    const { outcome } = await askWith([reply(paused), busy]);
    expect(outcome).toBeInstanceOf(EngineError);
    expect(outcome).toMatchObject({ kind: "rate_limited", retryable: false, mayHaveBeenPaid: true });
    const { outcome: first } = await askWith([busy]);
    expect(first).toMatchObject({ kind: "rate_limited", retryable: true, mayHaveBeenPaid: false });
  });
});
