import { expect, test } from "vitest";
import { type DrawnFact, measureQuality } from "./measure-quality";

const fact = (
  question: DrawnFact["question"],
  verdicts: readonly (string | readonly [string, ...string[]])[],
): DrawnFact => ({
  month: "2026-11",
  extractorVersion: "rules-1",
  question,
  verdicts: verdicts.map((said) => {
    const [verdict = "", ...brands] = typeof said === "string" ? [said] : said;
    return { verdict, brands };
  }),
});
const times = (count: number, one: DrawnFact) => Array.from({ length: count }, () => one);

test("precision counts what was named, recall what should have been; another brand's name is wrong and missed", () => {
  const { months } = measureQuality([
    ...times(27, fact("named", ["yes", "yes"])),
    ...times(2, fact("named", ["no"])),
    fact("named", [["other", "b"]]),
    fact("missed", [["other", "c", "d"]]),
    ...times(9, fact("missed", ["no", "no"])),
  ]);
  expect(months).toMatchObject([
    { precision: { right: 27, of: 30, rate: 0.9 }, recall: { right: 27, of: 30 }, disputed: 0 },
  ]);
  expect(months[0]?.precision.interval?.low).toBeCloseTo(0.744, 3);
  expect(months[0]?.precision.interval?.high).toBeCloseTo(0.965, 3);
});

test("what two people disagree about counts in neither, and too few facts give no rate", () => {
  const { agreement, months } = measureQuality([
    ...times(19, fact("named", ["yes", "yes"])),
    fact("named", ["yes", "no"]),
  ]);
  expect(agreement).toMatchObject({ pairs: 20, agreed: 19 });
  expect(months).toMatchObject([
    { disputed: 1, precision: { right: 19, of: 19, rate: null, interval: null } },
  ]);
});
