import { describe, expect, it } from "vitest";
import { parseRawBody } from "../parse-raw-body";
import { type Resolutions, sealReplies } from "./reply-envelope";

const parse = (body: unknown) => parseRawBody("gemini", JSON.stringify(body));
const link = (token: string) => `https://vertexaisearch.cloud.google.com/grounding-api-redirect/${token}`;

function response(parts: unknown[] | undefined, more: Record<string, unknown> = {}, usage = {}) {
  const candidate = { content: { parts, role: "model" }, finishReason: "STOP", index: 0, ...more };
  const usageMetadata = { promptTokenCount: 10, totalTokenCount: 10, ...usage };
  return { candidates: [candidate], usageMetadata, modelVersion: "gemini-3.8-flash", responseId: "r" };
}
const bytes = (text: string) => new TextEncoder().encode(text).length;
const chunk = (token: string) => ({ web: { uri: link(token), title: `${token}.example` } });

const before = "Für 🪑 gilt: ";
const passage = "**Halvorn** – 日本語 – wins";
const text = `${before}${passage}.`;
const grounded = {
  groundingMetadata: {
    webSearchQueries: ["standing desks", "best desk"],
    groundingChunks: [chunk("a"), chunk("b"), chunk("c")],
    groundingSupports: [
      {
        segment: { startIndex: bytes(before), endIndex: bytes(before + passage), text: passage },
        groundingChunkIndices: [1, 0, 9],
        confidenceScores: [0.9, 0.4, 0.1],
      },
      { segment: { endIndex: bytes(before), text: before }, groundingChunkIndices: [1] },
    ],
  },
};

describe("a Gemini response", () => {
  it("tells cited from retrieved, and reads byte offsets around umlauts, emoji and kanji", () => {
    const parsed = parse(response([{ text }], grounded));
    const passages = parsed.citations.map(({ kind, url, spans }) => [
      kind,
      url,
      spans.map(({ start, end }) => parsed.text.slice(start, end)),
    ]);
    expect(passages).toEqual([
      ["cited", link("b"), [passage, before]],
      ["cited", link("a"), [passage]],
      ["retrieved", link("a"), []],
      ["retrieved", link("b"), []],
      ["retrieved", link("c"), []],
    ]);
    expect(parsed).toMatchObject({ state: "answered", searchQueries: ["standing desks", "best desk"] });
  });

  it("finds a passage in the part that it names, past thoughts and calls", () => {
    const parts = [{ text: "hm", thought: true }, { text: "Intro. " }, { functionCall: {} }, { text }];
    const support = {
      segment: {
        partIndex: 3,
        startIndex: bytes(before),
        endIndex: bytes(before + passage),
        text: passage,
      },
      groundingChunkIndices: [0],
    };
    const grounding = { groundingChunks: [chunk("a")], groundingSupports: [support] };
    const parsed = parse(response(parts, { groundingMetadata: grounding }));
    expect(parsed.text).toBe(`Intro. ${text}`);
    const [span] = parsed.citations[0]?.spans ?? [];
    expect(parsed.text.slice(span?.start, span?.end)).toBe(passage);
  });

  it("goes by the repeated passage where the offsets are off, and gives no span that isn't it", () => {
    const at = (segment: unknown) => {
      const support = { segment, groundingChunkIndices: [0] };
      const grounding = { groundingChunks: [chunk("a")], groundingSupports: [support] };
      return parse(response([{ text }], { groundingMetadata: grounding })).citations[0]?.spans;
    };
    const span = { start: before.length, end: before.length + passage.length };
    expect(at({ startIndex: 2, endIndex: 9, text: passage })).toEqual([span]);
    expect(at({ startIndex: 1, endIndex: 4, text: "nowhere in the text" })).toEqual([]);
    // The second byte of ü is the middle of a character.
    expect(at({ startIndex: 2, endIndex: 9 })).toEqual([]);
    expect(at({ startIndex: 0, endIndex: 99_999 })).toEqual([]);
  });

  it("knows a page by its address where the link was resolved, and two links to it as one page", () => {
    const resolved: Resolutions = {
      [link("a")]: { status: "resolved", url: "https://halvorn.example/desks" },
      [link("b")]: { status: "resolved", url: "https://halvorn.example/desks" },
      [link("c")]: { status: "unresolved", reason: "timeout" },
    };
    const sealed = sealReplies([JSON.stringify(response([{ text }], grounded))], resolved);
    const { citations } = parseRawBody("gemini", sealed);
    expect(citations.map(({ kind, url, redirect }) => ({ kind, url, redirect }))).toEqual([
      {
        kind: "cited",
        url: "https://halvorn.example/desks",
        redirect: { url: link("b"), status: "resolved" },
      },
      {
        kind: "retrieved",
        url: "https://halvorn.example/desks",
        redirect: { url: link("a"), status: "resolved" },
      },
      { kind: "retrieved", url: link("c"), redirect: { url: link("c"), status: "unresolved" } },
    ]);
    expect(citations[0]?.spans).toHaveLength(3);
  });

  it("isn't read from an envelope that says nothing of one of its links", () => {
    const resolved: Resolutions = { [link("a")]: { status: "resolved", url: "https://a.example/" } };
    const sealed = sealReplies([JSON.stringify(response([{ text }], grounded))], resolved);
    expect(parseRawBody("gemini", sealed)).toMatchObject({
      state: "provider_error",
      reason: "the envelope doesn't say what became of a link",
    });
  });

  it.each([
    ["STOP", "answered", null],
    ["MAX_TOKENS", "truncated", "MAX_TOKENS"],
    ["SAFETY", "refused", "SAFETY"],
    ["RECITATION", "refused", "RECITATION"],
    ["PROHIBITED_CONTENT", "refused", "PROHIBITED_CONTENT"],
    ["TOO_MANY_TOOL_CALLS", "provider_error", "the answer stopped: TOO_MANY_TOOL_CALLS"],
    ["OTHER", "provider_error", "the answer stopped: OTHER"],
  ])("that finished with %s is %s", (finishReason, state, reason) => {
    expect(parse(response([{ text }], { finishReason }))).toMatchObject({ state, reason });
  });

  it("without candidates is refused where the prompt was blocked, else an error", () => {
    const blocked = {
      promptFeedback: { blockReason: "PROHIBITED_CONTENT" },
      modelVersion: "gemini-3.7-flash",
    };
    expect(parse(blocked)).toMatchObject({
      state: "refused",
      reason: "prompt blocked: PROHIBITED_CONTENT",
      modelServed: "gemini-3.7-flash",
    });
    expect(parse({ modelVersion: "gemini-3.7-flash" })).toMatchObject({
      state: "provider_error",
      reason: "not a Gemini response: candidates",
    });
  });

  it("without content is empty only if no token of it was counted", () => {
    expect(parse(response(undefined)).state).toBe("empty");
    expect(parse(response([{ text: "" }], {}, { candidatesTokenCount: 4 })).state).toBe("empty");
    expect(parse(response(undefined, {}, { candidatesTokenCount: 4 }))).toMatchObject({
      state: "provider_error",
      reason: "no content, though 4 tokens of it were counted",
    });
  });

  it("searched although nothing of it is shown, when the search's tokens are counted", () => {
    const bare = parse(response([{ text }]));
    expect(bare.searchTriggered).toBe(false);
    expect(parse(response([{ text }], {}, { toolUsePromptTokenCount: 308 })).searchTriggered).toBe(true);
  });

  it("costs its tokens, thoughts among the output, and each query", () => {
    const usage = { candidatesTokenCount: 200, thoughtsTokenCount: 100, toolUsePromptTokenCount: 90 };
    expect(parse(response([{ text }], grounded, usage))).toMatchObject({
      usage: { inputTokens: 100, outputTokens: 300, reasoningTokens: 100, searches: 2 },
      costMicros: 150 + 2250 + 28_000,
    });
  });

  it("names the vendor's error", () => {
    const error = { error: { code: 429, message: "secret", status: "RESOURCE_EXHAUSTED" } };
    expect(parse(error)).toMatchObject({
      state: "provider_error",
      reason: "Gemini failed: RESOURCE_EXHAUSTED",
    });
  });
});
