import { expect, test } from "vitest";
import { AnswerState, METRICS } from "@/server/metrics";
import { getMethodology, Methodology, partOf, ReportName, readReport } from ".";

test("what is published is the registry: every metric once, in its order, every state, the newest version last", () => {
  const method = getMethodology();
  expect(Methodology.parse(method)).toEqual(method);
  expect(method.metrics.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id));
  expect(method.metrics[0]).not.toHaveProperty("compute");
  expect(method.answerStates.map(({ state }) => state)).toEqual(AnswerState.options);
  expect(method.changes.at(-1)?.version).toBe(method.method);
});

test("an id is the address of one place on the page", () => {
  const { sampling, metrics, intervals, change, reading, honesty } = getMethodology();
  const ids = [sampling, metrics, intervals, change, reading, honesty].flatMap((part) =>
    part.map(({ id }) => id),
  );
  const sections = [
    "sampling",
    "states",
    "metrics",
    "intervals",
    "change",
    "planning",
    "reading",
    "real",
    "honesty",
    "changes",
    "sources",
  ];
  expect(new Set([...ids, ...sections]).size).toBe(ids.length + sections.length);
});

test("every report is there, has a table, and says what it was written with", () => {
  for (const name of ReportName.options) {
    const { title, lead, parts } = readReport(name);
    expect(title.length).toBeGreaterThan(10);
    expect(lead).toMatch(/npm run /);
    expect(lead).not.toMatch(/edit/i);
    expect([lead, ...parts.map(({ text }) => text)].join("\n")).toMatch(/^\| --- /m);
  }
  expect(partOf(readReport("calibration"), "Promises")).toContain("False alarms".toLowerCase());
  expect(() => partOf(readReport("calibration"), "Weather")).toThrow(/no part "Weather"/);
});

test("the reports were written with the method and the extractor that are published", () => {
  const { method, extractor } = getMethodology();
  expect(readReport("calibration").lead).toContain(`method ${method}`);
  expect(readReport("recorded-answers").lead).toContain(`extractor ${extractor}, method ${method}`);
  expect(readReport("extraction-quality").lead).toContain(`Extractor ${extractor}`);
});
