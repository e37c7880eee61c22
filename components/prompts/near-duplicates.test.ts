import { describe, expect, it } from "vitest";
import { nearDuplicates } from "./near-duplicates";

const of = (...texts: string[]) =>
  nearDuplicates(texts.map((text, index) => ({ id: `row ${index + 1}`, text, locale: "en-US" })));

describe("asks nearly the same", () => {
  it.each([
    ["What is the best standing desk?", "best standing desks"],
    ["Which CRM is best for a small team?", "Best CRM for small teams"],
    ["Can you recommend a quiet sit-stand desk?", "Recommend me a quiet sit-stand desk, please"],
    ["Was ist der beste Schreibtisch für Büros?", "der beste schreibtisch fur buros"],
    ["¿Cuál es el mejor escritorio?", "el mejor escritorio"],
    ["おすすめの電動デスクは？", "電動デスクのおすすめは"],
    [
      "best project management software for remote marketing agency teams",
      "best project management software for remote marketing agencies team",
    ],
  ])("%s / %s", (one, other) => {
    expect(of(one, other).get("row 2")).toBe(1);
  });
});

describe("asks something else", () => {
  it.each([
    ["best standing desk", "best cheap standing desk"],
    ["best standing desk under 600 dollars", "best standing desk under 900 dollars"],
    ["Halvorn or Verticore?", "Halvorn or Nordaka?"],
    ["best desk for tall people", "best desk for small people"],
    ["Which desk is quiet?", "Which desk is stable?"],
    ["電動デスクのおすすめは", "静かな電動デスクのおすすめは"],
    ["which?", "what?"],
  ])("%s / %s", (one, other) => {
    expect(of(one, other).size).toBe(0);
  });

  it("in another country", () => {
    const text = "best standing desk";
    const rows = [
      { id: "one", text, locale: "en-US" },
      { id: "other", text: `the ${text}`, locale: "en-GB" },
    ];
    expect(nearDuplicates(rows).size).toBe(0);
  });
});

it("names the first of several, and nothing for the first itself", () => {
  expect([...of("best desk", "another one", "the best desk", "best desks?")]).toEqual([
    ["row 3", 1],
    ["row 4", 1],
  ]);
});

it("compares a thousand prompts without comparing each pair's texts", () => {
  const texts = Array.from({ length: 1_000 }, (_, index) => `best desk for job number ${index % 999}`);
  expect([...of(...texts)]).toEqual([["row 1000", 1]]);
});
