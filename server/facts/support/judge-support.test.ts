import { expect, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { judgeSupport } from "./judge-support";
import { pageText } from "./page-text";
import { SUPPORT_PAIRS, type SupportPair } from "./pairs";
import { UNSEEN_PAIRS } from "./unseen-pairs";

type Judge = (pair: SupportPair) => SupportPair["label"];
const byRules: Judge = ({ sentence, page }) => judgeSupport(sentence, page).outcome;
/** Words alone, as a search would look: what most near misses pass. */
const byWords: Judge = ({ sentence, page }) => {
  const words = sentence.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  return words.filter((word) => page.toLowerCase().includes(word)).length / words.length >= 0.6
    ? "supports"
    : "unsupported";
};

function measured(judge: Judge, pairs = SUPPORT_PAIRS) {
  const judged = pairs.map((pair) => ({ label: pair.label, outcome: judge(pair) }));
  const both = judged.filter(({ label, outcome }) => label === "supports" && outcome === "supports").length;
  return {
    precision: both / judged.filter(({ outcome }) => outcome === "supports").length,
    recall: both / judged.filter(({ label }) => label === "supports").length,
    exact: judged.filter(({ label, outcome }) => label === outcome).length / judged.length,
  };
}

const shown = ({ precision, recall, exact }: ReturnType<typeof measured>) =>
  `precision ${precision.toFixed(2)}, recall ${recall.toFixed(2)}, all three outcomes ${exact.toFixed(2)}`;

test("pages that support their sentence are told from those that don't; words alone fall for the near misses", () => {
  expect(SUPPORT_PAIRS.length).toBeGreaterThanOrEqual(60);
  const [rules, words] = [measured(byRules), measured(byWords)];
  report("facts", `${SUPPORT_PAIRS.length} pairs: rules ${shown(rules)}; words alone ${shown(words)}`);
  expect(rules.precision).toBeGreaterThanOrEqual(0.9);
  expect(rules.recall).toBeGreaterThanOrEqual(0.85);
  expect(rules.exact).toBeGreaterThanOrEqual(0.85);
  expect(words.precision).toBeLessThan(0.75);
});

test("on pairs of another market, by which nothing was chosen, it holds", () => {
  const [rules, words] = [measured(byRules, UNSEEN_PAIRS), measured(byWords, UNSEEN_PAIRS)];
  report("facts", `${UNSEEN_PAIRS.length} unseen pairs: rules ${shown(rules)}; words alone ${shown(words)}`);
  expect(rules.precision).toBeGreaterThanOrEqual(0.85);
  expect(rules.recall).toBeGreaterThanOrEqual(0.85);
  expect(words.precision).toBeLessThan(0.75);
});

test("the passage that it points to is a stretch of the page, and holds the words", () => {
  for (const { sentence, page, label } of SUPPORT_PAIRS) {
    const { start, end } = judgeSupport(sentence, page);
    expect(start).toBeGreaterThanOrEqual(0);
    expect(end).toBeLessThanOrEqual(page.length);
    if (label === "supports") expect(end - start).toBeGreaterThan(10);
  }
});

test("of a page only what is read is left: no script, no style, no head, entities decoded, lines kept", () => {
  const html = `<!doctype html><html><head><title>T</title><style>p{color:red}</style></head><body><nav>Menu</nav>
    <script>if (1 < 2) document.write("<p>made up</p>")</script><p>Costs <b>$1</b>2&nbsp;&amp; more&#33;</p><ul><li>One<li>Two</ul>
    <noscript>No</noscript><template><p>later</p></template><!-- hidden --></body>`;
  expect(pageText(html)).toBe("Menu\nCosts $12 & more!\nOne\nTwo");
});

test("hostile pages are read in time that grows with their length alone", () => {
  const timed = (html: string) => {
    const began = performance.now();
    judgeSupport("The Halvorn desk costs $499 in the standard size.", pageText(html));
    return performance.now() - began;
  };
  for (const piece of [
    "<a>",
    "</b>",
    "<p><a></b>",
    "<",
    "&amp",
    "&#",
    "<!--",
    "<script>",
    "desk $499 ",
    "1.1.1.1 ",
    "“desk” ",
  ])
    expect(timed(piece.repeat(Math.ceil(1_000_000 / piece.length))), piece).toBeLessThan(4_000);
});
