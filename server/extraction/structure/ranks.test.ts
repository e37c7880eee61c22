import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { brandsNamed } from "@/server/extraction/testing-brands";

/** Reason, text, and the rank of Acme (null = no item) and of Zuvio. Only these two are tracked. */
type Case = readonly [reason: string, text: string, acme: number | null, zuvio: number | null];

const CASES: readonly Case[] = [
  ["a numbered list", "Top:\n1. Acme – fast\n2. Zuvio – cheap", 1, 2],
  ["untracked items count", "1. Kordex – fast\n2. Brillo X2 – light\n3. Zuvio – cheap", null, 3],
  ["numbered with brackets", "1) Zuvio\n2) Acme", 2, 1],
  ["bullets", "- **Acme**: fast\n- **Kordex**: light\n- **Zuvio**: cheap", 1, 3],
  ["headings with numbers", "### 1. **Acme One**\n* Price: $5\n\n### 2. **Zuvio**\n* Price: $4", 1, 2],
  ["headings with bold numbers", "### **1. Acme One**\n\n### **2. Zuvio Two**", 1, 2],
  ["headings with medals", "### 🥇 **Acme One**\n### 🥈 **Kordex**\n### 🥉 **Zuvio**", 1, 3],
  ["headings under a heading", "## Top picks\n### Acme One\nGood.\n### Zuvio Two\nGood.", 1, 2],
  ["bold lines as items", "**Acme One**\nIt is fast.\n\n**Zuvio**\nIt is cheap.", 1, 2],
  ["bold numbers in the text", "**1. Kordex**\nFast.\n\n**2. Zuvio**\nCheap.", null, 2],
  [
    "sub-bullets are properties",
    "1. **Kordex**\n   - Works with Acme\n   - Cheap\n2. **Zuvio**\n   - Light",
    null,
    2,
  ],
  [
    "categories are no items",
    "### Best overall\n* **Kordex** – fast\n* **Acme** – light\n### Budget picks\n* **Zuvio** – cheap",
    2,
    3,
  ],
  [
    "a category before its pick",
    "* **Best overall:** Acme One – fast\n* **Best budget:** Zuvio – cheap",
    1,
    2,
  ],
  [
    "a category before its pick, in a heading",
    "### Best Overall: Acme One\nFast.\n### Best for Travel: Zuvio\nLight.",
    1,
    2,
  ],
  [
    "a pick on a line below its category",
    "### 1. Best Overall:\n\n**Acme One**\n\n* Price: 5\n\n### 2. Best Budget:\n\n**Zuvio Two**\n\n* Price: 3",
    1,
    2,
  ],
  [
    "a criteria list is no ranking",
    "What to consider:\n1. **Price**: see Acme\n2. **Battery life**: long, as Zuvio has",
    null,
    null,
  ],
  [
    "criteria after the items",
    "1. **Acme**\n2. **Kordex**\n\n### Things to consider\n- **Zuvio plans**: compare them",
    1,
    null,
  ],
  [
    "German criteria",
    "1. **Acme**\n2. **Kordex**\n\n### Worauf achten beim Kauf\n- **Zuvio Abo**: teuer",
    1,
    null,
  ],
  [
    "honourable mentions go on counting",
    "### 1. Acme One\nGood.\n### 2. Kordex\nGood.\n\n**Honorable mentions:**\n* Zuvio: cheap",
    1,
    3,
  ],
  [
    "a summary counts nobody twice",
    "1. **Kordex**\n2. **Acme One**\n\n### Summary\n* **Best value:** Acme One\n* **Most compact:** Zuvio",
    2,
    3,
  ],
  ["two products of one maker are two items", "1. Acme One X1\n2. Acme Two X2\n3. Zuvio", 1, 3],
  ["named in the prose only", "Acme is well known. The picks:\n1. **Kordex**\n2. **Zuvio**", null, 2],
  ["named in an item's description only", "1. **Kordex** – better than Acme\n2. **Zuvio** – cheap", null, 2],
  ["two brands in one item", "1. **Kordex**\n2. **Acme by Zuvio** – fine", 2, 2],
  ["a table", "| Product | Price |\n|---|---|\n| Acme One | 5 |\n| Kordex | 4 |\n| Zuvio | 3 |", 1, 3],
  [
    "a table with the category first",
    "| Best for | Pick |\n|---|---|\n| Best overall | Acme One |\n| Best budget | Zuvio |",
    1,
    2,
  ],
  [
    "link labels as items",
    "### [Kordex K2 Runner](https://a.test/x)\n*$5*\n### [Acme One](https://a.test/acme)\n*$6*",
    2,
    null,
  ],
  [
    "the masked link's address is no part of a label",
    "* **[Acme One](https://a.test/zuvio)**: fine\n* **[Zuvio](https://a.test/z)**: fine",
    1,
    2,
  ],
  [
    "a flattened page",
    "Some picks: Top Picks: Kordex K2:Fast and light.Acme One: Cheap.Zuvio Max:Good value.",
    2,
    3,
  ],
  [
    "properties on a flattened page",
    "Top Picks: Acme One:Pros: Fast.Cons: Dear.Price: $5.Zuvio Max:Pros: Light.Cons: Slow.",
    1,
    2,
  ],
  [
    "criteria on a flattened page",
    "Top Picks: Acme One:Fast.Factors to Consider: Zuvio Max:Good value.Price:Low.",
    1,
    null,
  ],
  [
    "cards repeat the list",
    "Top Picks: Acme One:Fast.Zuvio Max:Light. Zuvio Max Pro$5.004.5(10)Acme One$6.004.5(3)",
    1,
    2,
  ],
  ["cards alone", "Kordex K2 Shoe$79.994.4(2k+)Acme One Shoe$65.004.1(20)Zuvio Max$9.994.0(1)", 2, 3],
  [
    "ordinals of a full stop and a bold name",
    "**1.** **Acme One** is fast\n**2.** **Zuvio Two** is cheap",
    1,
    2,
  ],
  ["Japanese bullets", "- **Acme**：速い\n- **Zuvio**：安い", 1, 2],
  ["Japanese criteria", "1. **Acme**\n2. **Kordex**\n\n## 選び方のポイント\n- **Zuvio方式**：高い", 1, null],
  ["no list at all", "Many people like Acme and Zuvio.", null, null],
];

const two = brandsNamed("Acme", "Zuvio");

function rankIn(text: string, name: string): number | null {
  const { mentions } = extractAnswer({ text, sources: [], brandSet: two });
  return mentions.find(({ brandId }) => brandId === name)?.rank ?? null;
}

describe("rank among all items, tracked or not", () => {
  it.each(CASES)("%s", (_reason, text, acme, zuvio) => {
    expect({ acme: rankIn(text, "Acme"), zuvio: rankIn(text, "Zuvio") }).toEqual({ acme, zuvio });
  });

  it("doesn't change with what else is tracked", () => {
    const text = "1. Kordex\n2. Brillo\n3. Acme\n4. Zuvio";
    const alone = extractAnswer({ text, sources: [], brandSet: brandsNamed("Acme") });
    const all = extractAnswer({
      text,
      sources: [],
      brandSet: brandsNamed("Kordex", "Brillo", "Acme", "Zuvio"),
    });
    expect(alone.mentions[0]?.rank).toBe(3);
    expect(all.mentions.find(({ brandId }) => brandId === "Acme")?.rank).toBe(3);
    expect(all.mentions.find(({ brandId }) => brandId === "Acme")?.order).toBe(3);
  });
});
