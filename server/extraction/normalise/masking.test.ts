import { describe, expect, it } from "vitest";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";
import { brand, brandsNamed } from "@/server/extraction/testing-brands";
import { maskText } from "./mask-text";

/** Reason, text, and whether Acme (owner of acme.com) is named in its prose. */
type Case = readonly [reason: string, text: string, named: boolean];

const HIDDEN: readonly Case[] = [
  ["a reasoning block", "<think>Acme might do</think> Take Beta.", false],
  ["a reasoning block that never closes", "Take Beta. <think>Acme might do", false],
  ["a reasoning block whose start was cut off", "Acme might do</think> Take Beta.", false],
  ["after a reasoning block", "<think>Beta?</think> Take Acme.", true],
  ["between two reasoning blocks", "<think>a</think> Acme <think>b</think>", true],
  ["an image's alternative text", "![Acme logo](https://x.test/a.png) Beta wins.", false],
  ["a link's target", "[Beta](https://x.test/Acme) wins.", false],
  ["a link's title", '[Beta](https://x.test "Acme page") wins.', false],
  ["a link's label in a sentence", "[Acme](https://x.test/a) wins.", true],
  ["a link's label as an item", "### [Acme Runner 2](https://shop.test/acme?x=1)", true],
  ["a bare address", "See https://review.test/Acme-test now.", false],
  ["an address without a scheme, with a path", "See review.com/Acme now.", false],
  ["an e-mail address", "Write to info@acme.com or Acme@mail.test.", false],
  ["a footnote definition", 'Fine.\n[1]: https://x.test "Acme review"', false],
  ["a source label in brackets", "It is good. ([Acme][1])\n\n[1]: https://x.test", false],
  [
    "a source label among others",
    "It is good. ([Beta][1], [Acme][2])\n\n[1]: https://x.test\n[2]: https://y.test",
    false,
  ],
  ["a source label after the sentence", "It is good. [Acme](https://acme.com/a)\n", false],
  ["a source label after its cue", "It is good, according to [Acme](https://acme.com/a), mostly.", false],
  ["a German cue", "Gut, laut [Acme](https://acme.com/a), meistens.", false],
  ["a citation marker", "It is good【4†Acme】.", false],
  ["a private-use citation marker", "It is good\uE200cite\uE202Acme\uE201.", false],
  ["an HTML attribute", '<a href="#" title="Acme">Beta</a>', false],
  ["an HTML element's text", "<b>Acme</b> wins.", true],
  ["the question repeated", "You asked: is Acme good?\nBeta is better.", false],
  ["the question quoted in German", "Frage: Ist Acme gut?\nBeta ist besser.", false],
  ["a bare owned domain", "Order at acme.com today.", true],
  ["a bare owned domain with www", "Order at www.acme.com today.", true],
  ["a bare owned domain at a sentence's end", "Order at acme.com.", true],
  ["a domain that ends like it", "Order at notacme.com today.", false],
  ["a domain that starts like it", "Order at acme.com.evil.io today.", false],
  ["a domain with its label", "Order at acme.io today.", false],
  ["a domain with a hyphen", "Order at my-acme.com today.", false],
  ["a subdomain of another", "Order at acme.shop.test.com today.", false],
];

const ABSENT: readonly Case[] = [
  ["nothing found about it", "I couldn't find any information about Acme.", false],
  ["nothing found, formal", "I was not able to find reviews of Acme.", false],
  ["no results", "There are no results for Acme in my sources.", false],
  ["not mentioned", "Acme is not mentioned in any of these lists.", false],
  ["doesn't appear", "Acme doesn't appear in the rankings.", false],
  ["unknown", "I'm not familiar with Acme.", false],
  ["German", "Ich habe keine Informationen über Acme gefunden.", false],
  ["French", "Je n'ai pas trouvé d'informations sur Acme.", false],
  ["Spanish", "No encontré información sobre Acme.", false],
  ["Japanese", "Acmeに関する情報は見つかりませんでした。", false],
  ["found after a contrast", "I couldn't find prices, but Acme is well liked.", true],
  ["in another sentence", "I couldn't find prices. Acme is well liked.", true],
  ["a negative judgement is still a naming", "Acme is not recommended.", true],
  ["named elsewhere", "I couldn't find prices for Acme. Acme is well liked.", true],
];

const acme = compileBrandSet([brand("Acme", ["acme.com"])]);

describe("what counts as prose", () => {
  it.each(HIDDEN)("%s", (_reason, text, expected) => {
    expect(extractAnswer({ text, sources: [], brandSet: acme }).mentions.length > 0).toBe(expected);
  });
});

describe("absence is no mention", () => {
  it.each(ABSENT)("%s", (_reason, text, expected) => {
    expect(extractAnswer({ text, sources: [], brandSet: acme }).mentions.length > 0).toBe(expected);
  });
});

describe("masking", () => {
  it("keeps the length and the line breaks", () => {
    const text = "![a\u0301](b)\n<think>x\ny</think>\r\nfoo@bar.com https://a.test/ü\n[1]: https://x";
    const { prose } = maskText(text);
    expect(prose.length).toBe(text.length);
    expect([...prose].filter((character) => character === "\n").length).toBe(4);
  });

  it("hides the interface text that a capture carries along", () => {
    const text =
      "Take Acme. AI responses may include mistakes. Learn moreThank youYour feedback helps Google improve. See our Privacy Policy.";
    const { mentions } = extractAnswer({ text, sources: [], brandSet: brandsNamed("Acme", "Google") });
    expect(mentions.map(({ brandId }) => brandId)).toEqual(["Acme"]);
  });

  it("leaves an undecided ordinary word to a reviewer instead of forcing it", () => {
    const result = extractAnswer({
      text: "Target the right muscles.",
      sources: [],
      brandSet: brandsNamed("Target"),
    });
    expect(result.mentions).toEqual([]);
    expect(result.ambiguous).toEqual([
      { brandId: "Target", spans: [{ start: 0, end: 6 }], reason: "ordinary_word" },
    ]);
  });
});
