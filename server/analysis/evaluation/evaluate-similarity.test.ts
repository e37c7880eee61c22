import { afterAll, beforeAll, expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { embedText } from "../model/embed-text";
import { type StandIn, startStandIn } from "../stand-in/start-stand-in";
import { evaluateSimilarity, type SimilarityReport } from "./evaluate-similarity";
import { nearMisses } from "./near-misses";
import { paraphrases } from "./paraphrases";

let standIn: StandIn;
let measured: SimilarityReport;
beforeAll(async () => {
  standIn = await startStandIn();
  const settings = { baseUrl: standIn.url, apiKey: undefined, model: "stand-in", timeoutMs: 10_000 };
  measured = await evaluateSimilarity((text) => embedText(settings, text));
});
afterAll(() => standIn.close());

test("the set has at least 60 pairs that only look alike, of ten kinds, and 40 that mean the same", () => {
  expect(nearMisses.length).toBeGreaterThanOrEqual(60);
  expect(new Set(nearMisses.map(({ kind }) => kind)).size).toBe(10);
  expect(paraphrases.length).toBeGreaterThanOrEqual(40);
});

test("no pair that only looks alike is answered from the other's judgement", () => {
  expect(measured.falseHits).toEqual([]);
  const { hits, paraphrases: all } = measured;
  expect(hits / all).toBeGreaterThan(0.5);
  report(
    "analysis",
    `semantic cache: 0 false hits on ${measured.nearMisses} near misses, ${hits} of ${all} paraphrases found`,
  );
});

test("control: by similarity alone, many of them would be", () => {
  expect(measured.falseHitsUnguarded.length).toBeGreaterThan(15);
  expect(new Set(measured.falseHitsUnguarded.map(({ kind }) => kind)).size).toBeGreaterThanOrEqual(5);
});
