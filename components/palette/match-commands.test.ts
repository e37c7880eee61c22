import { describe, expect, it } from "vitest";
import { type CommandGroup, matchCommands } from "./match-commands";

const go = { go: "/" };
const GROUPS: readonly CommandGroup[] = [
  {
    value: "This project",
    items: [
      { value: "a", label: "Answers", act: go },
      { value: "r", label: "Runs", act: go },
    ],
  },
  { value: "Projects", items: [{ value: "p", label: "Café Zürich", detail: "Clients", act: go }] },
];
const found = (typed: string) =>
  matchCommands(GROUPS, typed).flatMap(({ items }) => items.map(({ label }) => label));

describe("what is typed finds commands", () => {
  it.each([
    ["", ["Answers", "Runs", "Café Zürich"]],
    ["  ", ["Answers", "Runs", "Café Zürich"]],
    ["RUN", ["Runs"]],
    ["cafe zur", ["Café Zürich"]],
    ["zürich café", ["Café Zürich"]],
    ["client", ["Café Zürich"]],
    ["projects", []],
    ["runs café", []],
  ])("%j", (typed, labels) => {
    expect(found(typed)).toEqual(labels);
  });

  it("leaves no heading without commands", () => {
    expect(matchCommands(GROUPS, "runs").map(({ value }) => value)).toEqual(["This project"]);
  });
});
