import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { AskBook } from "./ask-book";
import { sandboxMarket } from "./market";
import { presenceOf } from "./presence-model";
import type { AnswerPlace, SandboxAnswer } from "./sandbox-answer";
import { seededAnswers } from "./seeded-answers";

const source = seededAnswers(42);
const unbranded = sandboxMarket.prompts.filter(({ intent }) => intent !== "branded").map(({ text }) => text);
const place = { engineId: "chatgpt", prompt: unbranded[0] ?? "", day: 3, ordinal: 0 };

function answerAt(at: Partial<AnswerPlace>, from = source): SandboxAnswer {
  const answer = from.answer({ ...place, ...at });
  if (!answer) throw new Error("the made-up market answers everything");
  return answer;
}

function many(engineId: string, day: number, repeats = 40): SandboxAnswer[] {
  return unbranded.flatMap((prompt) =>
    Array.from({ length: repeats }, (_, ordinal) => answerAt({ engineId, prompt, day, ordinal })),
  );
}

const share = (answers: SandboxAnswer[], test: (answer: SandboxAnswer) => boolean) =>
  answers.filter(test).length / answers.length;

describe("the made-up market", () => {
  it("has 12 non-branded prompts, 2 branded ones, 6 rivals, and domains that can't exist", () => {
    expect(unbranded).toHaveLength(12);
    expect(sandboxMarket.prompts).toHaveLength(14);
    expect(sandboxMarket.rivals).toHaveLength(6);
    const domains = [sandboxMarket.ownBrand, ...sandboxMarket.rivals].flatMap((brand) => brand.domains);
    for (const domain of domains) expect(domain).toMatch(/\.example$/);
    expect(unbranded.some((prompt) => prompt.includes(sandboxMarket.ownBrand.name))).toBe(false);
  });
});

describe("seeded answers", () => {
  it("are a function of seed, engine, prompt, day and ordinal, and of each of them", () => {
    expect(seededAnswers(42).answer(place)).toEqual(source.answer(place));
    const variants = [
      answerAt({}),
      answerAt({ ordinal: 1 }),
      answerAt({ day: 4 }),
      answerAt({ engineId: "google_ai_mode" }),
      answerAt({ prompt: unbranded[1] ?? "" }),
      answerAt({}, seededAnswers(43)),
    ];
    expect(new Set(variants.map(({ text }) => text)).size).toBe(variants.length);
  });

  it("let the own brand rise from about 35 % to 55 % over four weeks on ChatGPT, and not on Google AI Mode", () => {
    const level = (engineId: string, day: number) =>
      unbranded.reduce(
        (sum, prompt) => sum + presenceOf(sandboxMarket.ownBrand, { seed: 42, engineId, prompt, day }),
        0,
      ) / unbranded.length;
    const week = (engineId: string, from: number) =>
      Array.from({ length: 7 }, (_, day) => level(engineId, from + day)).reduce((a, b) => a + b) / 7;
    expect(level("chatgpt", 0)).toBeGreaterThan(0.27);
    expect(level("chatgpt", 0)).toBeLessThan(0.43);
    expect(level("chatgpt", 27)).toBeGreaterThan(0.47);
    expect(level("chatgpt", 27)).toBeLessThan(0.63);
    expect(week("chatgpt", 21) - week("chatgpt", 0)).toBeGreaterThan(0.1);
    expect(Math.abs(week("google_ai_mode", 21) - week("google_ai_mode", 0))).toBeLessThan(0.06);
  });

  it("name the own brand as often as the model says", () => {
    const answers = many("chatgpt", 10, 100).filter(({ outcome }) => outcome === "answered");
    const model =
      unbranded.reduce((sum, prompt) => {
        return sum + presenceOf(sandboxMarket.ownBrand, { seed: 42, engineId: "chatgpt", prompt, day: 10 });
      }, 0) / unbranded.length;
    expect(share(answers, ({ text }) => text.includes("Halvorn"))).toBeCloseTo(model, 1);
  });

  it("vary from repeat to repeat of one prompt on one day", () => {
    const repeats = Array.from({ length: 50 }, (_, ordinal) => answerAt({ ordinal }));
    expect(new Set(repeats.map(({ text }) => text)).size).toBeGreaterThan(45);
    const named = share(repeats, ({ text }) => text.includes("Halvorn"));
    expect(named).toBeGreaterThan(0);
    expect(named).toBeLessThan(1);
  });

  it("have 80 to 300 words, in every shape", () => {
    const texts = ["chatgpt", "google_ai_mode"].flatMap((engine) =>
      many(engine, 5)
        .filter(({ outcome }) => outcome === "answered")
        .map(({ text }) => text),
    );
    const words = texts.map((text) => text.split(/\s+/).length);
    expect(Math.min(...words)).toBeGreaterThanOrEqual(80);
    expect(Math.max(...words)).toBeLessThanOrEqual(300);
    for (const shape of [/^1\. /m, /^- /m, /^### /m, /^\| --- /m]) {
      expect(texts.filter((text) => shape.test(text)).length).toBeGreaterThan(texts.length / 20);
    }
  });

  it("come with some searches left out, refusals, empty and cut answers on ChatGPT, missing ones on Google", () => {
    const api = many("chatgpt", 8, 60);
    const serp = many("google_ai_mode", 8, 60);
    const unsearched = share(api, ({ outcome, searched }) => outcome === "answered" && !searched);
    expect(unsearched).toBeGreaterThan(0.05);
    expect(unsearched).toBeLessThan(0.2);
    for (const outcome of ["refused", "empty", "truncated"] as const) {
      expect(share(api, (answer) => answer.outcome === outcome)).toBeGreaterThan(0);
    }
    expect(share(serp, ({ outcome }) => outcome === "no_answer_shown")).toBeGreaterThan(0.02);
    expect(share(api, ({ outcome }) => outcome === "no_answer_shown")).toBe(0);
  });

  it("cite with and without www and utm, twice now and then, in passages that exist", () => {
    const answers = many("chatgpt", 2);
    const urls = answers.flatMap(({ cited }) => cited.map(({ url }) => url));
    expect(urls.some((url) => url.includes("://www."))).toBe(true);
    expect(urls.some((url) => url.includes("utm_source=openai"))).toBe(true);
    expect(urls.some((url) => !url.includes("utm_source"))).toBe(true);
    expect(urls.every((url) => new URL(url).hostname.endsWith(".example"))).toBe(true);
    expect(answers.some(({ cited }) => new Set(cited.map(({ url }) => url)).size < cited.length)).toBe(true);
    for (const { text, cited } of answers) {
      for (const { span } of cited) expect(text.slice(span?.start, span?.end).trim()).not.toBe("");
    }
  });
});

describe("two engines' English answers", () => {
  /** Of 1,920 answers each, taken before other engines, languages and shapes came in. */
  const before: Readonly<Record<string, string>> = {
    chatgpt: "ca1fd939acc7896a1041ee77ebb54debaaed7fffad5066b60bd248a6de7af191",
    google_ai_mode: "f3da812fd0f3e8e15f5b8374deecf96beb49709d29c3f77e4cb6b3ce30bb1b7e",
  };
  const prompts = [...sandboxMarket.prompts.map(({ text }) => text), "which desk?", "Which chair is best?"];

  it.each(Object.entries(before))(
    "of %s are what the demo's numbers and pictures were made of",
    (engineId, hash) => {
      const all = createHash("sha256");
      for (const seed of [1, 7, 42]) {
        const answers = seededAnswers(seed);
        for (const prompt of prompts) {
          for (const day of [0, 3, 27, 40]) {
            for (let ordinal = 0; ordinal < 10; ordinal++) {
              all.update(JSON.stringify(answers.answer({ engineId, prompt, day, ordinal })));
            }
          }
        }
      }
      expect(all.digest("hex")).toBe(hash);
    },
  );
});

describe("the book of asks", () => {
  const ids = ["a", "b", "c", "d", "e"];
  const texts = (order: string[]) => {
    const book = new AskBook(source);
    return order.map((id) => source.answer(book.book("chatgpt", id, place.prompt).place)?.text);
  };

  it("gives a day the same set of answers whatever the order of the asks", () => {
    expect(texts(ids.toReversed()).toSorted()).toEqual(texts(ids).toSorted());
  });

  it("finds the same place for the same ask, however late and however often", () => {
    const book = new AskBook(source);
    book.setClock(new Date("2026-03-01T00:00:00Z"));
    const first = book.book("chatgpt", "a", place.prompt);
    book.book("chatgpt", "b", place.prompt);
    book.setClock(new Date("2026-03-09T00:00:00Z"));
    const again = book.book("chatgpt", "a", place.prompt);
    expect(again).toEqual({ ...first, attempt: 2 });
    expect(book.book("chatgpt", "c", place.prompt).place).toMatchObject({ day: 8, ordinal: 0 });
    expect(book.distinctRequestIds).toBe(3);
  });
});
