import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { brandsNamed } from "@/server/extraction/testing-brands";
import { maskText } from "./mask-text";

describe("masking", () => {
  it("keeps the length and the line breaks", () => {
    const text = "![a\u0301](b)\n<think>x\ny</think>\r\nfoo@bar.com https://a.test/ü\n[1]: https://x";
    const { prose } = maskText(text, null);
    expect(prose.length).toBe(text.length);
    expect([...prose].filter((character) => character === "\n").length).toBe(4);
  });

  it("hides the interface text that a capture carries along", () => {
    const text =
      "Take Acme. AI responses may include mistakes. Learn moreThank youYour feedback helps Google improve. See our Privacy Policy.";
    const { mentions } = extractAnswer({
      text,
      prompt: null,
      sources: [],
      brandSet: brandsNamed("Acme", "Google"),
    });
    expect(mentions.map(({ brandId }) => brandId)).toEqual(["Acme"]);
  });

  it("leaves an undecided ordinary word to a reviewer instead of forcing it", () => {
    const result = extractAnswer({
      text: "Target the right muscles.",
      prompt: null,
      sources: [],
      brandSet: brandsNamed("Target"),
    });
    expect(result.mentions).toEqual([]);
    expect(result.ambiguous).toEqual([
      { brandId: "Target", spans: [{ start: 0, end: 6 }], reason: "ordinary_word", confidence: 0.4 },
    ]);
  });
});
