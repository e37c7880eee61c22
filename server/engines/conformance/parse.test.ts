import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { ParsedAnswer } from "../contract";
import { engines } from "../registry";
import type { SandboxAnswer } from "../sandbox/sandbox-answer";
import { bodiesWithoutAnElement, withUnknownFields } from "../testing/damaged-bodies";
import { encodedBody } from "../testing/encoded-body";
import { type AnswerCase, answerCases, bare, normal, review } from "./answer-cases";
import { expectedSources } from "./expected-sources";
import { formatLimits } from "./format-limits";

/** In one shape, and by name: what differs between engines stands in format-limits.ts alone. */
const cases = Object.entries<AnswerCase>(answerCases).map(([name, one]) => ({ name, ...one }));

it("there are at least 20 cases, each engine's limits name some of them, and every limit has its reason", () => {
  expect(cases.length).toBeGreaterThanOrEqual(20);
  for (const [engineId, limits] of Object.entries(formatLimits)) {
    expect(engines.map(({ id }) => id)).toContain(engineId);
    for (const limit of Object.values(limits)) expect(limit.reason.length).toBeGreaterThan(20);
  }
});

describe.each(engines)("$id", (engine) => {
  const { id, parse, observability } = engine;
  const limits = new Map(Object.entries(formatLimits[id] ?? {}));
  const parsedFrom = async (answer: SandboxAnswer) =>
    ParsedAnswer.parse(parse(await encodedBody(engine, answer)));

  it.each(cases)("reads an answer that is $name", async ({ name, answer, state, text }) => {
    const parsed = await parsedFrom(answer);
    expect(parsed.state).toBe(limits.get(name)?.state ?? state);
    if (parsed.state === "answered") expect(parsed.text).toBe(text ?? answer.text);
    if (parsed.state !== "answered") expect(parsed.reason).not.toBeNull();
  });

  it.each(cases)(
    "gives each source of an answer that is $name once a kind, in order, with spans in the text",
    async (one) => {
      const { citations, text, state } = await parsedFrom(one.answer);
      if (state !== "answered" && state !== "truncated") return expect(citations).toEqual([]);
      const of = (kind: string) => citations.filter((citation) => citation.kind === kind);
      const expected = expectedSources(engine, one.answer);
      expect(of("cited").map(({ url }) => url)).toEqual(expected.cited);
      expect(of("retrieved").map(({ url }) => url)).toEqual(expected.retrieved);
      for (const kind of ["cited", "retrieved"]) {
        expect(of(kind).map(({ ordinal }) => ordinal)).toEqual(of(kind).map((_, index) => index + 1));
      }
      for (const { span } of citations.flatMap(({ spans }) => spans.map((span) => ({ span })))) {
        expect(text.slice(span.start, span.end).length).toBe(span.end - span.start);
        expect(span.end).toBeGreaterThan(span.start);
      }
    },
  );

  it("says which passage leans on a page", async () => {
    const { citations, text } = await parsedFrom({ ...normal, cited: [...normal.cited, ...normal.cited] });
    const cited = citations.filter(({ kind }) => kind === "cited");
    expect(cited.map(({ url }) => url)).toEqual(expectedSources(engine, normal).cited);
    if (!observability.cited.observable) return;
    const [first] = cited[0]?.spans ?? [];
    expect(text.slice(first?.start, first?.end)).toContain(review);
  });

  it("claims of searches what can be seen, and never that none took place where that can't be seen", async () => {
    const searched = await parsedFrom(normal);
    expect(searched.searchQueries).toEqual(observability.searchQueries.observable ? normal.queries : []);
    expect(searched.searchTriggered).not.toBe(false);
    const unsearched = await parsedFrom(bare);
    expect(unsearched.searchTriggered).toBe(observability.searchTriggered.observable ? false : null);
  });

  it("names the model served where it can be seen", async () => {
    const { modelServed } = await parsedFrom(normal);
    expect(modelServed !== null).toBe(observability.modelServed.observable);
  });

  it("leaves whole emoji alone, however the JSON spells them", async () => {
    const body = await encodedBody(engine, { ...bare, text: "🪑" });
    expect(parse(body.replaceAll("🪑", "\\ud83e\\ude91")).text).toBe("🪑");
  });

  it("ignores fields that it doesn't know, wherever they stand", async () => {
    const body = await encodedBody(engine, normal);
    expect(withUnknownFields(body).match(/brand_new_field/g)?.length).toBeGreaterThan(5);
    expect(parse(withUnknownFields(body))).toEqual(parse(body));
  });

  it("calls what is left of a shorter list an answer only with text", async () => {
    for (const { damage, body } of bodiesWithoutAnElement(await encodedBody(engine, normal))) {
      const parsed = ParsedAnswer.parse(parse(body));
      if (parsed.state === "answered") expect(parsed.text.trim(), damage).not.toBe("");
      else expect(parsed.reason, damage).not.toBeNull();
    }
  });

  it("calls a body that was cut off anywhere a provider error", async () => {
    const body = await encodedBody(engine, normal);
    for (let end = 0; end < body.length; end += 7) {
      expect(parse(body.slice(0, end)), body.slice(0, end)).toMatchObject({
        state: "provider_error",
        reason: "the body is not JSON",
      });
    }
  });

  it("calls any other text a provider error and never throws", () => {
    const other = fc.oneof(fc.string(), fc.json(), fc.constantFrom("", "null", "[]", "{}", "{", "\u0000"));
    fc.assert(
      fc.property(other, (body) => parse(body).state === "provider_error"),
      { numRuns: 500 },
    );
  });

  describe.each(engines.filter((other) => other.id !== id))("a body of $id", (other) => {
    let body = "";
    beforeAll(async () => {
      body = await encodedBody(other, normal);
    });

    it("is refused", () => {
      expect(parse(body)).toMatchObject({ state: "provider_error", text: "" });
      expect(parse(body).reason).not.toBeNull();
    });
  });
});
