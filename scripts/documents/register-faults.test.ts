import { describe, expect, it } from "vitest";
import { historyFaults, orderFaults, readRegister } from "./register-faults";

const ONE = "## 1. First\n2026-11-20\n\nBecause.\n";
const TWO = "## 2. Second\n2026-11-21\n\nBecause, too.\n";
const REGISTER = `# Decisions\n\nHow to read this.\n\n${ONE}\n${TWO}`;

describe("the register of decisions", () => {
  it("is read row by row", () => {
    expect(readRegister(REGISTER).map(({ number, date }) => [number, date])).toEqual([
      [1, "2026-11-20"],
      [2, "2026-11-21"],
    ]);
    expect(orderFaults(REGISTER)).toEqual([]);
  });

  it("may grow, and its preamble and blank lines may change", () => {
    const grown = `# Decisions\n\nAnother preamble.\n\n${ONE}\n\n${TWO}\n## 3. Third\n2026-11-21\n\nMore.\n`;
    expect(historyFaults(grown, REGISTER)).toEqual([]);
    expect(orderFaults(grown)).toEqual([]);
  });

  it.each([
    ["a word of a past row changed", REGISTER.replace("Because.", "Since."), ["row 1 has changed"]],
    ["a past title changed", REGISTER.replace("Second", "Zweite"), ["row 2 has changed"]],
    ["a past date changed", REGISTER.replace("2026-11-21", "2026-11-22"), ["row 2 has changed"]],
    ["the last row gone", REGISTER.replace(TWO, ""), ["row 2 is gone"]],
    [
      "the first row gone, the rest moved up",
      REGISTER.replace(ONE, "").replace("## 2.", "## 1."),
      ["row 1 has changed", "row 2 is gone"],
    ],
    ["an empty file", "", ["row 1 is gone", "row 2 is gone"]],
  ])("refuses %s", (_, current, expected) => {
    expect(historyFaults(current, REGISTER).map((fault) => fault.split(":")[0])).toEqual(expected);
  });

  it.each([
    ["a number left out", REGISTER.replace("## 2.", "## 3.")],
    ["a number twice", REGISTER.replace("## 2.", "## 1.")],
    ["a date that goes back", REGISTER.replace("2026-11-21", "2026-11-19")],
    ["a row without a date", REGISTER.replace("2026-11-21\n", "")],
    ["no rows", "# Decisions\n"],
  ])("refuses %s", (_, current) => {
    expect(orderFaults(current)).toHaveLength(1);
  });
});
