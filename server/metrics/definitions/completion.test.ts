import { describe, expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { completion } from "./completion";

describe("completion", () => {
  it("counts every planned ask, and as missing those that failed, were lost, cancelled, truncated or in error", () => {
    const usable = [answer([]), silent("refused"), silent("empty"), silent("no_answer_shown")];
    const unusable = [silent("truncated"), silent("provider_error")];
    const week = cell("p", [...usable, ...unusable], {
      unanswered: { failed: 1, orphaned: 2, cancelled: 1 },
    });
    expect(completion.compute(sampleOf([week]))).toMatchObject({
      value: 0.4,
      successes: 4,
      total: 10,
      n: 10,
      k: 1,
    });
  });

  it("knows a prompt of which nothing came back", () => {
    const lost = cell("lost", [], { unanswered: { failed: 3 } });
    expect(completion.compute(sampleOf([lost, cell("p", [answer([])])]))).toMatchObject({
      value: 0.5,
      k: 2,
      n: 4,
    });
  });

  it("leaves out imported answers, which no plan asked for", () => {
    const imported = cell("p", [answer([], { planned: false }), silent("truncated")]);
    expect(completion.compute(sampleOf([imported]))).toMatchObject({ value: 0, n: 1 });
    expect(completion.compute(sampleOf([cell("p", [answer([], { planned: false })])])).value).toBeNull();
  });
});
