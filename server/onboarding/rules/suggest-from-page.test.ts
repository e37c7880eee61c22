import { describe, expect, test } from "vitest";
import { brandNameProblem } from "@/server/extraction";
import { PromptInput } from "@/server/panels";
import { SITE_LANGUAGES } from "./languages";
import { promptsFor } from "./prompts-for";
import { suggestFromPage } from "./suggest-from-page";
import { SITE_PAGES } from "./testing/site-pages";

test("there are at least twenty kinds of pages", () => {
  expect(SITE_PAGES.length).toBeGreaterThanOrEqual(20);
});

test.each(SITE_PAGES.map((page) => [page.what, page] as const))("%s", (_, { host, html, expected }) => {
  expect(suggestFromPage(html, host)).toMatchObject(expected);
});

describe("prompts", () => {
  test("each language asks in all four intents, and ten of its prompts can be saved as they are", () => {
    for (const language of SITE_LANGUAGES) {
      const known = { brand: "Halvorn", category: "$& desks", rivals: ["Sedia", "Verticore", "Kestrel"] };
      const prompts = promptsFor(known, language);
      expect(new Set(prompts.map(({ intent }) => intent)).size, language.id).toBe(4);
      expect(prompts, language.id).toHaveLength(10);
      expect(new Set(prompts.map(({ text }) => text)).size).toBe(10);
      for (const { text, intent } of prompts) {
        expect(PromptInput.safeParse({ text, intent, locale: language.locale }).success).toBe(true);
        expect(text).not.toMatch(/[{}]/);
      }
    }
  });

  test("a prompt that asks for a recommendation or describes a problem never names the brand", () => {
    for (const { host, html } of SITE_PAGES) {
      const { name, prompts } = suggestFromPage(html, host);
      for (const { text, intent } of prompts)
        if (intent === "category" || intent === "problem") expect(text).not.toContain(name);
    }
  });

  test("without a category or a rival nothing is asked about either", () => {
    for (const language of SITE_LANGUAGES) {
      const prompts = promptsFor({ brand: "Halvorn", category: "", rivals: [] }, language);
      expect(prompts.map(({ intent }) => intent)).toEqual(["branded", "branded"]);
    }
  });
});

describe("hostile pages", () => {
  const hostile: Readonly<Record<string, string>> = {
    nothing: "",
    "no HTML": "\u0000\u0001\uFFFD\uFFFD PK\u0003\u0004",
    "a script for a title": "<title><script>alert(1)</script></title>",
    "a title that never ends": `<title>${"a".repeat(500_000)}`,
    "a million tags": "<div>".repeat(300_000),
    "deep JSON-LD": `<script type="application/ld+json">${'{"@type":"Organization","a":'.repeat(5_000)}1${"}".repeat(5_000)}</script>`,
    "a prototype in JSON-LD": `<script type="application/ld+json">{"__proto__":{"name":"x"},"@type":"Organization","name":["a",{"b":1},"${"n".repeat(5_000)}"]}</script>`,
    "regular expressions as a name": `<meta property="og:site_name" content="(a+)+$"><title>(a+)+$ vs ((((</title><p>(a+)+$ is a ${"a".repeat(50_000)}</p>`,
    "words without an end": `<p>${"Aa Vs ".repeat(20_000)}</p><h1>${"X vs ".repeat(5_000)}</h1>`,
    "a charset gone wrong": "<title>Mï¿½bel \uFFFD\uFFFD | Ã¤Ã¶</title>",
  };

  test.each(Object.entries(hostile))("%s: names that can be saved, within a second", (_, html) => {
    const began = performance.now();
    const found = suggestFromPage(html, "acme.example");
    expect(performance.now() - began).toBeLessThan(1_000);
    for (const name of [found.name, ...found.aliases, ...found.rivals]) {
      expect(brandNameProblem(name)).toBeNull();
      expect(name.length).toBeLessThanOrEqual(100);
      expect(name).not.toMatch(/[\p{Cc}\uFFFD<>]/u);
    }
    expect(found.category).not.toMatch(/[\p{Cc}\uFFFD<>]/u);
    expect(found.domains).toEqual(["acme.example"]);
  });
});
