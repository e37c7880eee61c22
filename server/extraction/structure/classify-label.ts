import { foldName } from "@/server/extraction/normalise/fold-name";
import {
  ADVICE_SENTENCE,
  ATTRIBUTE,
  BEST_FOR,
  CRITERIA_SECTION,
  OFFER_SECTION,
  SECTION,
} from "./label-tables";
import type { LowerWords } from "./lower-words";
import { type WordFacts, wordFacts } from "./word-facts";

/**
 * What a label seems to be. `name`: of a product or company. `section`: heads a list of such. `criteria`: heads advice.
 * `attribute`: a property. `plain`: ordinary words that this text uses as no words ("Target"); `generic`: words that it
 * does use as such ("Customer Service"). `coined`: a capital word that only its ending makes generic. `prose`: a sentence.
 */
export type LabelKind =
  | "name"
  | "section"
  | "criteria"
  | "attribute"
  | "plain"
  | "generic"
  | "coined"
  | "prose";

const LONGEST_LABEL = 160;
const MOST_WORDS = 18;
/** Headings of advice are short; a longer label with such words is a sentence or a long product name. */
const LONGEST_HEADING = 9;
const MOST_KEPT = 5_000;

/** What stands in brackets, but for a model such as "(2a)". */
const BRACKETED = /\((?!(?=[^)]*\d)(?=[^)]*\p{L})[\p{L}\p{N}]{2,6}\))[^)]*\)/gu;
const YEAR_ALONE = /^(?:19|20)\d\d\P{L}*$/u;
const SMALL_WORD = /^\p{Ll}{3,}$/u;
const NOT_ASCII = /[^ -~]/;
const ASCII_DECORATION = /[*_#:\s]+/g;
const DECORATION = /(?:[*_#:\s\uFFFC\p{Extended_Pictographic}]|\p{Default_Ignorable_Code_Point})+/gu;
const LEADING_NUMBER = /^[^\p{L}\p{N}]*(?:\d{1,3}[.)]\s+)?/u;

/** Letters and numbers of a label, without emoji, markup, numbering and what stands in brackets. */
export function cleanLabel(label: string): string {
  const open = label.includes("(") ? label.replace(BRACKETED, " ") : label;
  const bare = open.replace(NOT_ASCII.test(open) ? DECORATION : ASCII_DECORATION, " ").trim();
  return bare.replace(LEADING_NUMBER, "");
}

/** What the tables say of a label by itself, whatever the text. */
type LabelFacts = {
  readonly verdict: LabelKind | null;
  readonly isSection: boolean;
  readonly words: readonly WordFacts[];
  readonly endsPlural: boolean;
  readonly isStyled: boolean;
};

function tableVerdict(clean: string, folded: string, words: number): LabelKind | null {
  if (BEST_FOR.test(folded)) return "section";
  if (/^(?:what|how) to\b/u.test(folded)) return "criteria";
  if (ATTRIBUTE.test(folded)) return "attribute";
  if (OFFER_SECTION.test(folded)) return "section";
  if (words > LONGEST_HEADING && ADVICE_SENTENCE.test(folded)) return "criteria";
  if (words <= LONGEST_HEADING && CRITERIA_SECTION.test(folded)) return "criteria";
  if (/[?？]$/u.test(clean)) return "criteria";
  return words > MOST_WORDS ? "prose" : null;
}

function learn(label: string): LabelFacts {
  const clean = cleanLabel(label);
  const none = { isSection: false, words: [], endsPlural: false, isStyled: false };
  if (!/[\p{L}\p{N}]/u.test(clean)) return { ...none, verdict: "plain" };
  if (YEAR_ALONE.test(clean)) return { ...none, verdict: "prose" };
  const folded = foldName(clean);
  const words = clean.split(/[\s/&,+-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  const verdict = tableVerdict(clean, folded, words.length);
  if (verdict !== null) return { ...none, verdict };
  return {
    verdict,
    isSection: SECTION.test(folded),
    words: words.map(wordFacts),
    endsPlural: /[^s]s$/u.test(words.at(-1) ?? ""),
    // "eero 6 Plus": a title in lower case only at its first word is spelt the way a maker spells itself.
    isStyled:
      SMALL_WORD.test(words[0] ?? "") &&
      words.length > 1 &&
      words.slice(1).every((word) => /^[\p{Lu}\p{N}]/u.test(word)),
  };
}

const kept = new Map<string, LabelFacts>();

function labelFacts(label: string): LabelFacts {
  const known = kept.get(label);
  if (known !== undefined) return known;
  const facts = learn(label);
  if (kept.size >= MOST_KEPT) kept.clear();
  kept.set(label, facts);
  return facts;
}

/** Classifies a label as it stands in the text. Depends on the text alone, never on which brands are tracked. */
export function classifyLabel(label: string, lower: LowerWords): LabelKind {
  if (label.length > LONGEST_LABEL) return "prose";
  const { verdict, isSection, words, endsPlural, isStyled } = labelFacts(label);
  if (verdict !== null) return verdict;
  let proper = 0;
  let strong = false;
  let small = 0;
  let opensProper = false;
  words.forEach((word, index) => {
    if (word.small) small += 1;
    if (!word.surelyProper && !(word.maybeProper && !lower.has(word.folded))) return;
    proper += 1;
    strong ||= word.strong;
    opensProper ||= index === 0;
  });
  strong ||= proper > 1;
  if (isSection && !(strong && proper * 2 >= words.length)) return "section";
  // "Party Games", "Toaster Oven Combos": a plural that the text uses as a word heads a list of such things.
  const plural = endsPlural && words.length > 1 && !opensProper && lower.has(words.at(-1)?.folded ?? "");
  if (plural && !strong) return "section";
  if (isStyled) return "name";
  if (small * 2 > words.length && !opensProper) return "prose";
  if (proper > 0) return small > proper * 2 ? "prose" : "name";
  if (small > 0 && words.length > 1) return "prose";
  if (!words.every((word) => word.generic || lower.has(word.folded))) return "plain";
  return words.length === 1 && words[0]?.coined === true && !lower.has(words[0].folded)
    ? "coined"
    : "generic";
}
