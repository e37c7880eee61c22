import { describe, expect, it } from "vitest";
import { type Happening, wordsFor } from "./happening";

const run = (
  state: "complete" | "partial" | "failed" | "cancelled" | "asking",
  ofImport = false,
): Happening => ({
  kind: "run",
  state,
  ofImport,
  panel: "Standing desks",
});

describe("a happening in words", () => {
  it.each([
    [run("complete"), "good", "Run complete", "Every ask was answered (Standing desks)"],
    [run("partial"), "caution", "Run partial", "Some asks failed, and cost nothing (Standing desks)"],
    [run("failed"), "bad", "Run failed", "No ask was answered, and none was charged (Standing desks)"],
    [run("cancelled"), "neutral", "Run cancelled", "What was answered before is kept (Standing desks)"],
    [run("complete", true), "good", "Import complete", "Standing desks"],
    [
      { kind: "schedule", why: "Two runs wait for credits already.", panel: "Chairs" },
      "caution",
      "A scheduled run was not started",
      "Two runs wait for credits already. (Chairs)",
    ],
    [
      { kind: "recompute", state: "done", done: 1, failure: null },
      "good",
      "Answers read again",
      "1 answer, free",
    ],
    [
      { kind: "recompute", state: "failed", done: 3, failure: "The extractor stopped." },
      "bad",
      "Reading again has failed",
      "The extractor stopped.",
    ],
  ] as const)("%j", (happening, tone, title, detail) => {
    expect(wordsFor(happening)).toEqual({ tone, title, detail });
  });

  it("there are none for what still goes on", () => {
    expect(wordsFor(run("asking"))).toBeUndefined();
    expect(wordsFor({ kind: "recompute", state: "reading", done: 0, failure: null })).toBeUndefined();
  });
});
