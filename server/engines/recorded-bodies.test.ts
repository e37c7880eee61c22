import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { askEngine } from "./ask-engine";
import { CapturedAnswer } from "./contract";
import { parseRawBody } from "./parse-raw-body";
import { engines } from "./registry";
import { startSandbox } from "./sandbox/start-sandbox";
import { mintedAsk } from "./testing/minted-ask";

const shared = fileURLToPath(new URL("../../../shared/", import.meta.url));
const responses = `${shared}engine-responses/`;
const answers = `${shared}answers/answers.jsonl`;

describe.skipIf(!existsSync(responses))(
  "bodies that engines really returned (needs ../shared/engine-responses)",
  () => {
    const read = (name: string) => readFileSync(`${responses}${name}.json`, "utf8");

    it("reads OpenAI's: 9 pages cited in 10 places, 16 retrieved, each span on its own link", () => {
      const body = read("openai-responses-web-search");
      const parsed = parseRawBody("chatgpt", body);
      expect(parsed).toMatchObject({
        state: "answered",
        modelServed: "gpt-5-mini-2025-08-07",
        searchTriggered: true,
        searchQueries: ["tech news today December 5 2025"],
        finish: "completed",
        costMicros: Math.ceil((19_681 - 3_712) * 0.25 + 3_712 * 0.025 + 3_773 * 2) + 10_000,
      });
      const cited = parsed.citations.filter(({ kind }) => kind === "cited");
      const annotations = JSON.parse(body).output.at(-1).content[0].annotations.length;
      expect(cited.flatMap(({ spans }) => spans)).toHaveLength(annotations);
      for (const { url, spans } of cited) {
        for (const { start, end } of spans) expect(parsed.text.slice(start, end)).toContain(url);
      }
      expect(parsed.citations.filter(({ kind }) => kind === "retrieved")).toHaveLength(16);
    });

    it("reads Claude's: 10 pages retrieved, 2 cited in 3 passages, prose in between kept", () => {
      const body = read("anthropic-messages-web-search");
      const parsed = parseRawBody("claude", body);
      expect(parsed).toMatchObject({
        state: "answered",
        modelServed: "claude-sonnet-4-20250514",
        searchTriggered: true,
        searchQueries: ["tech news today September 26 2024", '"September 26 2024" tech news breaking'],
        usage: { inputTokens: 27_118, outputTokens: 600, searches: 2 },
        costMicros: 27_118 * 3 + 600 * 15 + 2 * 10_000,
        finish: "end_turn",
      });
      const blocks: { text?: string; citations?: unknown[] }[] = JSON.parse(body).content;
      const passages = blocks.filter(({ citations }) => citations).map(({ text }) => text);
      const cited = parsed.citations.filter(({ kind }) => kind === "cited");
      const spans = cited.flatMap((citation) => citation.spans);
      expect(spans.map(({ start, end }) => parsed.text.slice(start, end))).toEqual(passages);
      expect(cited).toHaveLength(2);
      expect(parsed.citations.filter(({ kind }) => kind === "retrieved")).toHaveLength(10);
      for (const { text } of blocks) expect(parsed.text).toContain(text ?? "");
    });

    it("reads Grok's of before it listed sources: what it annotates is cited, without titles or places", () => {
      const parsed = parseRawBody("grok", read("xai-responses-web-search"));
      expect(parsed).toMatchObject({
        state: "answered",
        modelServed: "grok-4-fast-reasoning",
        searchTriggered: true,
        searchQueries: ["what is xAI"],
        usage: { inputTokens: 1941, cachedInputTokens: 947, outputTokens: 583, searches: 1 },
        costMicros: Math.ceil((1941 - 947) * 0.2 + 947 * 0.05 + 583 * 0.5) + 5_000,
      });
      expect(parsed.citations).toHaveLength(5);
      for (const citation of parsed.citations) {
        expect(citation).toMatchObject({ kind: "cited", title: null, spans: [] });
      }
    });

    it("reads the Sonar of before as a chat completion: numbers in the text lead to its list", () => {
      const parsed = parseRawBody("openai_compatible", read("perplexity-sonar-retired"));
      expect(parsed).toMatchObject({ state: "answered", modelServed: "sonar", searchTriggered: true });
      expect(parsed).toMatchObject({ usage: { inputTokens: 11, outputTokens: 392 }, costMicros: null });
      const marks = parsed.citations.flatMap(({ spans }) => spans);
      expect(marks.length).toBeGreaterThan(3);
      for (const { start, end } of marks) expect(parsed.text.slice(start, end)).toMatch(/^\[\d+\]$/);
      expect(parsed.citations.filter(({ kind }) => kind === "retrieved").length).toBe(
        new Set(JSON.parse(read("perplexity-sonar-retired")).citations).size,
      );
    });

    /** Each file, and the engine whose format it is; null: of none. */
    const formats: Readonly<Record<string, string | null>> = {
      "anthropic-messages-web-search": "claude",
      "gemini-interactions-google-search": null,
      "openai-responses-web-search": "chatgpt",
      "perplexity-sonar-retired": "openai_compatible",
      "xai-responses-web-search": "grok",
    };
    it.each(Object.entries(formats))("%s is read by no parser of another format", (name, own) => {
      const parsers = [...engines.map(({ id }) => id), "captured-answer"].filter((id) => id !== own);
      for (const parser of parsers) {
        const parsed = parseRawBody(parser, read(name));
        expect(parsed.state).toBe("provider_error");
        expect(parsed.reason).toMatch(/^not an? .+: [a-zA-Z_, .]+$/);
      }
    });
  },
);

describe.skipIf(!existsSync(answers))("recorded answers replayed over HTTP (needs ../shared/answers)", () => {
  const captures = existsSync(answers)
    ? readFileSync(answers, "utf8")
        .split("\n")
        .filter((line) => line !== "")
        .map((line) => ({ line, capture: CapturedAnswer.parse(JSON.parse(line)) }))
    : [];

  it("come back with the same text and the same set of sources, all 528, in order of repeats", async () => {
    const sandbox = await startSandbox({ mode: { kind: "recorded", file: answers } });
    const environment = { ENGINE_SANDBOX_URL: sandbox.url };
    let read = 0;
    for (const { capture } of captures) {
      const reply = await askEngine(capture.engine, mintedAsk(capture.prompt), { environment });
      const parsed = parseRawBody(capture.engine, reply.body);
      expect(parsed.state).toBe("answered");
      expect(parsed.text).toBe(capture.text);
      expect(new Set(parsed.citations.map(({ url }) => url))).toEqual(
        new Set(capture.sources.map(({ url }) => url)),
      );
      read += 1;
    }
    expect(read).toBe(528);
    const again = await askEngine("chatgpt", mintedAsk(captures[0]?.capture.prompt ?? ""), { environment });
    expect(parseRawBody("chatgpt", again.body).text).toBe(captures[0]?.capture.text);
    const unknown = askEngine("chatgpt", mintedAsk("a prompt that nobody recorded"), { environment });
    await expect(unknown).rejects.toMatchObject({ kind: "rejected" });
    await sandbox.close();
  }, 30_000);

  it("are read by the capture parser with every source cited, spans on the url itself", () => {
    let spans = 0;
    for (const { line, capture } of captures) {
      const parsed = parseRawBody("captured-answer", line);
      expect(parsed).toMatchObject({ state: "answered", text: capture.text, modelServed: null });
      expect(parsed.citations.map(({ url }) => url)).toEqual([
        ...new Set(capture.sources.map(({ url }) => url)),
      ]);
      expect(parsed.citations.every(({ kind }) => kind === "cited")).toBe(true);
      for (const citation of parsed.citations) {
        for (const { start, end } of citation.spans) {
          expect(parsed.text.slice(start, end)).toBe(citation.url);
          spans += 1;
        }
      }
    }
    expect(spans).toBeGreaterThan(600);
  });
});

describe("the capture parser", () => {
  const parse = (capture: unknown) => parseRawBody("captured-answer", JSON.stringify(capture));

  it("takes a source shown beside the answer as cited, without a span", () => {
    const parsed = parse({ text: "Buy Halvorn.", sources: [{ url: "https://a.example/", title: "" }] });
    expect(parsed.citations).toEqual([
      { url: "https://a.example/", title: null, kind: "cited", ordinal: 1, spans: [] },
    ]);
  });

  it("doesn't take the beginning of a longer url for the url", () => {
    const text = "See https://a.example/desk-2 and [1]: https://a.example/desk.";
    const [citation] = parse({ text, sources: [{ url: "https://a.example/desk" }] }).citations;
    expect(citation?.spans).toEqual([{ start: text.length - 23, end: text.length - 1 }]);
  });

  it("calls a capture without text empty, and one without a text field a provider error", () => {
    expect(parse({ text: " \n", sources: null }).state).toBe("empty");
    expect(parse({ answer: "x" })).toMatchObject({
      state: "provider_error",
      reason: "not a captured answer: text",
    });
  });

  it("is the only parser besides the engines' own", () => {
    expect(() => parseRawBody("nobody", "{}")).toThrow('no engine "nobody"');
  });
});
