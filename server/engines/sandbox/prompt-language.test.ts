import { describe, expect, it } from "vitest";
import { sandboxMarket } from "./market";
import { phrasesOf } from "./phrases/phrases-of";
import { answerLanguages, languageOf } from "./prompt-language";
import { seededAnswers } from "./seeded-answers";

const asked = {
  en: ["What are the best standing desks for a home office?", "best standing desk under 600 dollars"],
  de: ["Welcher höhenverstellbare Schreibtisch ist der beste?", "Wie stabil ist ein Tisch mit zwei Motoren?"],
  fr: [
    "Quel est le meilleur bureau assis-debout pour la maison ?",
    "bureau debout pour deux écrans et un PC",
  ],
  es: ["¿Cuál es el mejor escritorio elevable para casa?", "mesa para trabajar de pie con dos monitores"],
  ja: ["おすすめの昇降デスクを教えてください", "スタンディングデスク 比較"],
};

describe("the language of an answer", () => {
  it.each(answerLanguages)("is the prompt's own, in %s, whatever the locale says", (language) => {
    for (const prompt of asked[language]) {
      for (const locale of [undefined, "en", "fr", "ja"]) expect(languageOf(prompt, locale)).toBe(language);
    }
  });

  it("is the locale's where the prompt doesn't say, and English where neither does", () => {
    expect(languageOf("Halvorn Verticore", "de")).toBe("de");
    expect(languageOf("Halvorn Verticore", "ja-JP")).toBe("ja");
    expect(languageOf("Halvorn Verticore", "fi")).toBe("en");
    expect(languageOf("🪑", null)).toBe("en");
  });

  it("is English for every prompt of the market, asked from anywhere", () => {
    for (const { text } of sandboxMarket.prompts) {
      for (const locale of answerLanguages) expect(languageOf(text, locale)).toBe("en");
    }
  });
});

describe.each(answerLanguages)("answers in %s", (language) => {
  const source = seededAnswers(7);
  const texts = asked[language].flatMap((prompt) =>
    Array.from({ length: 60 }, (_, ordinal) =>
      source.answer({ engineId: "chatgpt", prompt, day: 1, ordinal }),
    ).flatMap((answer) => (answer?.outcome === "answered" ? [answer.text] : [])),
  );

  it("open and close in that language", () => {
    const { openings, closings } = phrasesOf(language);
    expect(texts.length).toBeGreaterThan(90);
    for (const text of texts) {
      expect(openings.category.some((opening) => text.startsWith(opening))).toBe(true);
      expect(closings.some((closing) => text.endsWith(closing))).toBe(true);
    }
  });

  it("name brands by the same names, and come as lists, headings, tables and prose", () => {
    expect(texts.filter((text) => text.includes("Halvorn")).length).toBeGreaterThan(15);
    for (const shape of [/^1\. /m, /^- /m, /^### /m, /^\| --- /m]) {
      expect(texts.some((text) => shape.test(text))).toBe(true);
    }
  });

  it("say nothing in English unless that is the language", () => {
    const english = /\b(the|with|which|of|is)\b/;
    const rest = texts.map((text) => text.replace(/https?:\S+/g, ""));
    expect(rest.some((text) => english.test(text))).toBe(language === "en");
  });
});
