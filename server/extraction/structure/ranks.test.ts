import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { brandsNamed } from "@/server/extraction/testing-brands";

describe("rank among all items, tracked or not", () => {
  it("doesn't change with what else is tracked", () => {
    const text = "1. Kordex\n2. Brillo\n3. Acme\n4. Zuvio";
    const alone = extractAnswer({ text, prompt: null, sources: [], brandSet: brandsNamed("Acme") });
    const all = extractAnswer({
      text,
      prompt: null,
      sources: [],
      brandSet: brandsNamed("Kordex", "Brillo", "Acme", "Zuvio"),
    });
    expect(alone.mentions[0]?.rank).toBe(3);
    expect(all.mentions.find(({ brandId }) => brandId === "Acme")?.rank).toBe(3);
    expect(all.mentions.find(({ brandId }) => brandId === "Acme")?.order).toBe(3);
  });
});
