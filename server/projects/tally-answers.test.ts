import { expect, test } from "vitest";
import { AnswerId } from "@/server/kernel/id";
import { tallyAnswers } from "./tally-answers";

const answers = Array.from({ length: 100 }, () => ({
  answerId: AnswerId.parse(crypto.randomUUID()),
  engine: "chatgpt",
  surface: "api",
  observedAt: "2026-11-09 09:30:00+00",
  prompt: "Which desk?",
  text: "HVN is steady.",
}));
const draft = { id: "own", name: "Halvorn", aliases: [], domains: [], alias: "HVN" };
const read = { brands: [{ ...draft, own: true }], answers, stored: 700 };

test("a preview whose time is over says of how many answers it speaks, and that it is not complete", async () => {
  expect(await tallyAnswers(read, draft, -1)).toMatchObject({
    looked: 0,
    stored: 700,
    adds: 0,
    complete: false,
  });
  expect(await tallyAnswers(read, draft, 60_000)).toMatchObject({ looked: 100, adds: 100, complete: true });
});

test("other requests get their turn while it counts", async () => {
  let turns = 0;
  const other = setInterval(() => {
    turns += 1;
  }, 0);
  const many = { ...read, answers: Array.from({ length: 40 }, () => answers).flat() };
  await tallyAnswers(many, draft, 60_000);
  clearInterval(other);
  expect(turns).toBeGreaterThan(3);
});
