import { readdirSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type AnswerState, ParsedAnswer } from "./contract";
import { engines } from "./registry";
import type { SandboxAnswer } from "./sandbox/sandbox-answer";
import type { WireFrame } from "./sandbox/wire-format";
import { wireFormats } from "./sandbox/wire-formats";

const url = "https://www.deskreview.example/best?utm_source=openai";
const shop = "https://market.example/c/desks";
const text = "## Käufe 🪑\n\n**Halvorn** is good ([deskreview.example](u)).\n\nNordaka – 日本語 – is cheap.";
const passage = { start: text.indexOf("**Halvorn"), end: text.indexOf(".\n\nNordaka") };

const normal: SandboxAnswer = {
  outcome: "answered",
  text,
  searched: true,
  queries: ["standing desks review"],
  cited: [
    { url, title: "The best", span: passage },
    { url: shop, title: null, span: null },
  ],
  retrieved: [
    { url, title: "The best" },
    { url: "https://forum.example/t/1", title: null },
  ],
};
const bare = { ...normal, searched: false, queries: [], cited: [], retrieved: [] };

/** Each case with the state that an engine must give; engines whose format can't say it are named with what they say. */
const cases: Record<
  string,
  { answer: SandboxAnswer; state: AnswerState; except?: Record<string, AnswerState> }
> = {
  normal: { answer: normal, state: "answered" },
  "without search": { answer: bare, state: "answered" },
  "the same citation twice": {
    answer: { ...normal, cited: [...normal.cited, ...normal.cited] },
    state: "answered",
  },
  truncated: {
    answer: { ...normal, outcome: "truncated" },
    state: "truncated",
    except: { google_ai_mode: "answered" },
  },
  refused: {
    answer: { ...bare, outcome: "refused", text: "I can't." },
    state: "refused",
    except: { google_ai_mode: "answered" },
  },
  empty: { answer: { ...bare, outcome: "empty", text: "" }, state: "empty" },
  "no answer shown": {
    answer: { ...bare, outcome: "no_answer_shown", text: "" },
    state: "no_answer_shown",
    except: { chatgpt: "empty" },
  },
  huge: { answer: { ...bare, text: "Halvorn stands. 🪑 ".repeat(50_000) }, state: "answered" },
};

const frame: WireFrame = {
  request: { prompt: "which desk?", requestId: "ask-1", echo: { model: "gpt-5-mini", metadata: {} } },
  replyId: "0f",
  observedAt: new Date("2026-03-01T10:00:00Z"),
};

function bodyOf(engineId: string, answer: SandboxAnswer): string {
  return JSON.stringify(wireFormats[engineId]?.encode(answer, frame).json);
}

/** Every copy of a JSON value with one key or element taken out, or replaced by a value of the wrong type. */
function mutilations(value: unknown): unknown[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => [
      value.toSpliced(index, 1),
      value.with(index, 7),
      ...mutilations(item).map((inner) => value.with(index, inner)),
    ]);
  }
  return Object.entries(value).flatMap(([key, item]) => [
    Object.fromEntries(Object.entries(value).filter(([other]) => other !== key)),
    { ...value, [key]: { wrong: true } },
    { ...value, [key]: null },
    ...mutilations(item).map((inner) => ({ ...value, [key]: inner })),
  ]);
}

describe.each(engines)("$id", (engine) => {
  const { id, parse } = engine;

  it.each(Object.entries(cases))("reads an answer that is %s", (_name, { answer, state, except }) => {
    const parsed = ParsedAnswer.parse(parse(bodyOf(id, answer)));
    expect(parsed.state).toBe(except?.[id] ?? state);
    if (parsed.state === "answered") expect(parsed.text).toBe(answer.text);
    if (parsed.state !== "answered") expect(parsed.reason).not.toBeNull();
  });

  it("gives one citation per url and kind, numbered from 1, with spans inside the text", () => {
    const twice = { ...normal, cited: [...normal.cited, ...normal.cited] };
    const { citations, text: parsedText } = parse(bodyOf(id, twice));
    const cited = citations.filter(({ kind }) => kind === "cited");
    expect(cited.map((citation) => citation.url)).toEqual([url, shop]);
    expect(cited.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    const [first] = cited[0]?.spans ?? [];
    expect(parsedText.slice(first?.start, first?.end)).toContain("**Halvorn** is good");
  });

  it("tells cited from retrieved where the engine shows both, and claims nothing where it doesn't", () => {
    const { citations, searchQueries } = parse(bodyOf(id, normal));
    const retrieved = citations.filter(({ kind }) => kind === "retrieved").map((citation) => citation.url);
    const shown = normal.retrieved.map((source) => source.url);
    expect(retrieved).toEqual(engine.observability.retrieved.observable ? shown : []);
    expect(searchQueries).toEqual(engine.observability.searchQueries.observable ? normal.queries : []);
  });

  it("never says that no search took place where that can't be seen", () => {
    const { searchTriggered } = parse(bodyOf(id, bare));
    expect(searchTriggered).toBe(engine.observability.searchTriggered.observable ? false : null);
  });

  it("gives text that Postgres can hold, and leaves whole emoji alone", () => {
    const parsed = parse(bodyOf(id, { ...bare, text: "a\u0000b \ud83e c 🪑" }));
    expect(parsed.text).toBe("a\uFFFDb \uFFFD c 🪑");
    const escaped = bodyOf(id, { ...bare, text: "🪑" }).replaceAll("🪑", "\\ud83e\\ude91");
    expect(parse(escaped).text).toBe("🪑");
  });

  it("ignores fields that it doesn't know", () => {
    const body = JSON.parse(bodyOf(id, normal));
    expect(parse(JSON.stringify({ ...body, brand_new: [{ x: 1 }] }))).toEqual(parse(bodyOf(id, normal)));
  });

  it("survives the loss or corruption of any single field, and calls it an answer only with text", () => {
    const broken = mutilations(JSON.parse(bodyOf(id, normal)));
    expect(broken.length).toBeGreaterThan(100);
    const states = broken.map((body) => {
      const parsed = ParsedAnswer.parse(parse(JSON.stringify(body)));
      if (parsed.state === "answered") expect(parsed.text.trim()).not.toBe("");
      else expect(parsed.reason).not.toBeNull();
      return parsed.state;
    });
    expect(states).toContain("provider_error");
  });

  it("calls any other text a provider error and never throws", () => {
    const other = fc.oneof(fc.string(), fc.json(), fc.constantFrom("", "null", "[]", "{}", "{", "\u0000"));
    fc.assert(
      fc.property(other, (body) => parse(body).state === "provider_error"),
      { numRuns: 500 },
    );
    expect(parse(bodyOf(id, normal).slice(0, -20)).reason).toBe("the body is not JSON");
  });

  it("refuses the other engines' bodies", () => {
    for (const other of engines.filter((candidate) => candidate.id !== id)) {
      expect(parse(bodyOf(other.id, normal)).state).toBe("provider_error");
    }
  });

  it("has whole credits, limits, a versioned contract and a route and wire format in the sandbox", () => {
    expect(engine.price.credits).toSatisfy((credits: number) => Number.isInteger(credits) && credits > 0);
    expect(engine.limits.timeoutMs).toBeGreaterThan(0);
    expect(engine.contract).toMatch(/\/v\d+$/);
    expect(wireFormats[id]).toBeDefined();
    expect(engine.sandboxPath).toMatch(/^\/v\d/);
  });
});

describe("the registry", () => {
  const files = readdirSync(new URL("./adapters", import.meta.url)).filter(
    (file) => !file.includes(".test."),
  );

  /** Adapter files of which nothing stands in the registry. */
  function unregistered(modules: Record<string, object>): string[] {
    const known = new Set<unknown>(engines);
    return Object.entries(modules)
      .filter(([, exports]) => !Object.values(exports).some((value) => known.has(value)))
      .map(([file]) => file);
  }

  it("holds every file of adapters/, and would name one that it doesn't hold", async () => {
    const modules: Record<string, object> = {};
    for (const file of files) modules[file] = await import(`./adapters/${file.replace(".ts", "")}.ts`);
    expect(files.length).toBe(engines.length);
    expect(unregistered(modules)).toEqual([]);
    expect(unregistered({ ...modules, "forgotten.ts": { forgotten: { id: "forgotten" } } })).toEqual([
      "forgotten.ts",
    ]);
  });

  it("gives every engine, contract and sandbox route a name of its own", () => {
    for (const key of ["id", "contract", "sandboxPath"] as const) {
      expect(new Set(engines.map((engine) => engine[key])).size).toBe(engines.length);
    }
  });
});
