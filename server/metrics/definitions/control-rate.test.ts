import { expect, it } from "vitest";
import { answer, cell, sampleOf, silent } from "../testing/samples";
import { controlRate } from "./control-rate";

const clean = answer(["own"], { namesControl: false });

it("counts answers in which a made-up brand was found, branded prompts too, of those that were read for one", () => {
  const week = [
    cell("p", [answer([], { namesControl: true }), clean, clean, answer(["own"])]),
    cell("is own good?", [clean, silent("no_answer_shown")], { intent: "branded" }),
  ];
  expect(controlRate.compute(sampleOf(week))).toMatchObject({
    value: 1 / 6,
    successes: 1,
    total: 4,
    k: 2,
  });
});

it("is zero with a bound, not nothing, where none was found; and nothing where none was looked for", () => {
  const none = controlRate.compute(sampleOf([cell("p", [clean, clean])]));
  expect(none).toMatchObject({ value: 0, successes: 0, total: 2 });
  expect(none.upperBound).toBeGreaterThan(0);
  expect(controlRate.compute(sampleOf([cell("p", [answer(["own"])])]))).toMatchObject({
    value: null,
    flags: ["no_data"],
  });
});
