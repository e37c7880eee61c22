import { expect, test } from "vitest";
import { agreement } from "./agreement";

const times = (count: number, first: string, second: string) =>
  Array.from({ length: count }, () => [first, second] as const);

test("two people who are right by chance alone have a kappa of nothing, however often they agree", () => {
  const pairs = [
    ...times(81, "yes", "yes"),
    ...times(9, "yes", "no"),
    ...times(9, "no", "yes"),
    ...times(1, "no", "no"),
  ];
  expect(agreement([pairs])).toMatchObject({ pairs: 100, agreed: 82, share: 0.82 });
  expect(agreement([pairs])?.kappa).toBeCloseTo(0, 10);
});

test("Cohen's own kind of table gives his figure", () => {
  const pairs = [
    ...times(20, "yes", "yes"),
    ...times(5, "yes", "no"),
    ...times(10, "no", "yes"),
    ...times(15, "no", "no"),
  ];
  expect(agreement([pairs])?.kappa).toBeCloseTo(0.4, 10);
});

test("no pair is no agreement, and where one word is all that anybody says there is no kappa", () => {
  expect(agreement([])).toBeNull();
  expect(agreement([[]])).toBeNull();
  expect(agreement([times(3, "yes", "yes")])).toEqual({ pairs: 3, agreed: 3, share: 1, kappa: null });
});

test("two questions with other usual answers make no agreement by themselves; in one heap, the control, they would", () => {
  const named = [
    ...times(81, "yes", "yes"),
    ...times(9, "yes", "no"),
    ...times(9, "no", "yes"),
    ...times(1, "no", "no"),
  ];
  const missed = times(100, "none", "none");
  expect(agreement([named, missed])).toMatchObject({ pairs: 200, agreed: 182 });
  expect(agreement([named, missed])?.kappa).toBeCloseTo(0, 10);
  expect(agreement([[...named, ...missed]])?.kappa).toBeGreaterThan(0.8);
});
