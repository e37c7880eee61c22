import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { slice } from "@/db/testing/long-run";
import { ParsedAnswer } from "../contract";
import { engines } from "../registry";
import { sandboxMarket } from "../sandbox/market";
import { seededAnswers } from "../sandbox/seeded-answers";
import { bodiesWithDamagedField } from "../testing/damaged-bodies";
import { encodedBody } from "../testing/encoded-body";
import { normal } from "./answer-cases";

const damages = ["removed", "null", "ill-typed"] as const;
/** Facts that a damaged body may leave unknown (null), and may never state otherwise. */
const facts = ["modelServed", "searchTriggered", "finish"] as const;

/** What is wrong with a reading of a damaged body, or null: it must be whole, or a provider error that says why. */
function faultOf(reading: ParsedAnswer, whole: ParsedAnswer): string | null {
  if (reading.state === "provider_error") return reading.reason ? null : "an error without a reason";
  if (reading.state !== "answered") return `became ${reading.state}`;
  if (reading.text !== whole.text) return "text was lost";
  const changed = facts.find((fact) => reading[fact] !== null && reading[fact] !== whole[fact]);
  if (changed) return `${changed} became ${reading[changed]}`;
  const known = new Set(whole.citations.map(({ url, kind }) => `${kind} ${url}`));
  return reading.citations.every(({ url, kind }) => known.has(`${kind} ${url}`)) ? null : "a source appeared";
}

function faultsOf(
  readings: readonly { readonly damage: string; readonly parsed: ParsedAnswer }[],
  whole: ParsedAnswer,
): string[] {
  return readings.flatMap(({ damage, parsed }) => {
    const fault = faultOf(parsed, whole);
    return fault ? [`${damage}: ${fault}`] : [];
  });
}

describe.each(engines)("$id", (engine) => {
  it.each(damages)("with any single field %s, gives the whole answer or a provider error", async (damage) => {
    const body = await encodedBody(engine, normal);
    const whole = engine.parse(body);
    expect(whole.state).toBe("answered");
    const damaged = bodiesWithDamagedField(body, damage);
    expect(damaged.length).toBeGreaterThan(30);
    const readings = damaged.map((one) => ({ ...one, parsed: ParsedAnswer.parse(engine.parse(one.body)) }));
    expect(faultsOf(readings, whole)).toEqual([]);
    const states = new Set(readings.map(({ parsed }) => parsed.state));
    expect(states).toEqual(new Set(["answered", "provider_error"]));
  });

  it(
    "holds that for any field of any answer of the made-up market",
    async () => {
      const place = fc.record({
        seed: fc.nat(),
        prompt: fc.constantFrom(...sandboxMarket.prompts.map(({ text }) => text)),
        ordinal: fc.nat(20),
      });
      const property = fc.asyncProperty(
        place,
        fc.constantFrom(...damages),
        async ({ seed, ...at }, damage) => {
          const answer = seededAnswers(seed).answer({ engineId: engine.id, day: 0, ...at });
          fc.pre(answer?.outcome === "answered");
          const body = await encodedBody(engine, answer);
          const readings = bodiesWithDamagedField(body, damage).map((one) => ({
            ...one,
            parsed: ParsedAnswer.parse(engine.parse(one.body)),
          }));
          expect(faultsOf(readings, engine.parse(body))).toEqual([]);
        },
      );
      await fc.assert(property, { numRuns: slice(3, 100) });
    },
    slice(30_000, 300_000),
  );
});

it("would see a parser that takes a damaged answer for an empty one, or loses words (control)", async () => {
  const [engine] = engines;
  if (!engine) throw new Error("no engine");
  const whole = engine.parse(await encodedBody(engine, normal));
  expect(faultOf({ ...whole, state: "empty", reason: "no text", text: "" }, whole)).toBe("became empty");
  expect(faultOf({ ...whole, text: whole.text.slice(1) }, whole)).toBe("text was lost");
  expect(faultOf({ ...whole, searchTriggered: false }, whole)).toBe("searchTriggered became false");
  expect(faultOf({ ...whole, modelServed: null }, whole)).toBeNull();
});
