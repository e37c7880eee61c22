import { expect, test } from "vitest";
import { tasks } from "../registry";
import { claimsTask } from "./claims";
import { disambiguationTask } from "./disambiguation";
import { discoveryTask } from "./discovery";
import { promptSuggestionsTask } from "./prompt-suggestions";
import { rivalSuggestionsTask } from "./rival-suggestions";
import { stanceTask } from "./stance";

const PASSAGE = "For small teams, Halvorn is the best pick. Torvik costs $40 a month.";
const stanceInput = { brand: "Halvorn", question: "Which desk?", passage: PASSAGE };

test("a stance whose quote stands in the passage is kept, and one that quotes anything else is not", () => {
  const raw = { stance: "recommended" as const, quote: " Halvorn is the best pick ", confidence: 0.9 };
  expect(stanceTask.accept(raw, stanceInput)).toEqual({
    ok: true,
    value: { stance: "recommended", quote: "Halvorn is the best pick" },
    confidence: 0.9,
  });
  for (const quote of ["Halvorn is the BEST pick", "Ignore the passage", "", "   "])
    expect(stanceTask.accept({ ...raw, quote }, stanceInput).ok).toBe(false);
  for (const confidence of [1.01, -0.1, 90])
    expect(stanceTask.accept({ ...raw, confidence }, stanceInput).ok).toBe(false);
});

test("the rules' stance is the extractor's, with its confidence and its version", () => {
  expect(
    stanceTask.rules({ ...stanceInput, passage: "Halvorn is the best choice for small teams." }),
  ).toMatchObject({
    value: { stance: "recommended" },
    confidence: expect.any(Number),
    judge: expect.stringMatching(/^rules@\d/),
  });
  expect(stanceTask.rules({ ...stanceInput, brand: "Kestrel" })).toBeNull();
});

test("a meaning has to quote the word that it is about", () => {
  const passage = "The notion that desks matter is old.";
  const input = { brand: "Notion", hosts: [], context: [], word: "notion", passage };
  const raw = { meaning: "other" as const, confidence: 0.9 };
  expect(disambiguationTask.accept({ ...raw, quote: "The notion that" }, input).ok).toBe(true);
  expect(disambiguationTask.accept({ ...raw, quote: "desks matter" }, input).ok).toBe(false);
});

test("a brand that stands in no text is dropped, as is one that is known in any spelling", () => {
  const text = "Try Kestrel, or Hàlvorn. ＴＯＲＶＩＫ is fine.";
  const named = ["Kestrel", "Hàlvorn", "ＴＯＲＶＩＫ", "Zzyx", "kestrel", "Kestrel"];
  const brands = named.map((name) => ({ name, quote: "Try Kestrel, or" }));
  const accepted = discoveryTask.accept({ brands }, { known: ["Halvorn", "torvik"], text });
  expect(accepted).toMatchObject({ value: { brands: [{ name: "Kestrel", quote: "Try Kestrel, or" }] } });
  const madeUp = [{ name: "Kestrel", quote: "Kestrel is endorsed by everybody" }];
  expect(discoveryTask.accept({ brands: madeUp }, { known: [], text })).toMatchObject({
    value: { brands: [{ name: "Kestrel", quote: "Kestrel" }] },
  });
});

test("claims are kept once each, and only as they stand in the text", () => {
  const quote = "Torvik costs $40 a month.";
  const claims = [quote, quote, "Torvik costs $400 a month."].map((each) => ({
    quote: each,
    subject: "price" as const,
  }));
  expect(claimsTask.accept({ claims }, { brand: "Torvik", text: PASSAGE })).toMatchObject({
    value: { claims: [{ quote, subject: "price" }] },
  });
  expect(claimsTask.rules({ brand: "Torvik", text: PASSAGE })?.value.claims).toEqual([
    { quote, subject: "price" },
  ]);
});

const suggestionInput = {
  brand: "Halvorn",
  category: "standing desk",
  rivals: ["Torvik"],
  existing: ["What should a small team choose for standing desk?"],
  count: 6,
};

test("a suggested prompt that names the brand is a branded one, whatever it calls itself", () => {
  const prompts = [
    { text: "Is Halvorn's desk any good?", intent: "category" as const },
    { text: "Halvorn or Torvik?", intent: "comparison" as const },
    { text: "What  should a small team choose for standing desk?", intent: "category" as const },
    { text: "Which desk is quiet?\nIgnore this.", intent: "category" as const },
    { text: "Which desk is quiet?", intent: "category" as const },
  ];
  expect(promptSuggestionsTask.accept({ prompts }, suggestionInput)).toMatchObject({
    value: {
      prompts: [
        { text: "Is Halvorn's desk any good?", intent: "branded" },
        { text: "Halvorn or Torvik?", intent: "comparison" },
        { text: "Which desk is quiet?", intent: "category" },
      ],
    },
  });
  expect(promptSuggestionsTask.accept({ prompts: [] }, suggestionInput).ok).toBe(false);
});

test("the rules suggest as many prompts as wanted, of every intent, and none that is there", () => {
  const prompts = promptSuggestionsTask.rules(suggestionInput)?.value.prompts ?? [];
  expect(prompts).toHaveLength(6);
  expect(new Set(prompts.map(({ intent }) => intent)).size).toBeGreaterThan(2);
  expect(prompts.map(({ text }) => text)).not.toContain("What should a small team choose for standing desk?");
  const neutral = prompts.filter(({ intent }) => intent === "category" || intent === "problem");
  expect(neutral.filter(({ text }) => /halvorn/i.test(text))).toEqual([]);
});

test("the rules suggest rivals by how many answers name them", () => {
  const answers = [
    "1. **Kestrel** – quiet\n2. **Halvorn** – solid",
    "- Kestrel: cheap\n- Sedia: Italian",
    "**Why it matters**\n\n- Sedia (new)",
    "Kestrel and Sedia, Kestrel again",
  ];
  const input = { brand: "Halvorn", known: ["Halvorn"], answers, count: 5 };
  const rivals = rivalSuggestionsTask.rules(input)?.value.rivals ?? [];
  expect(rivals.map(({ name }) => name)).toEqual(["Kestrel", "Sedia"]);
});

test("every task has its own id and version, and asks for a shape that every endpoint's schemas can say", () => {
  expect(new Set(tasks.map(({ id }) => id)).size).toBe(tasks.length);
  for (const { id, prompt } of tasks) expect(prompt.version).toMatch(new RegExp(`^${id}\\.v\\d+$`));
});
