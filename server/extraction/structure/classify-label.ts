import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { foldName } from "@/server/extraction/normalise/fold-name";
import {
  ATTRIBUTE,
  CRITERIA_SECTION,
  GENERIC_ENDING,
  GENERIC_WORDS,
  SECTION,
  SMALL_WORDS,
} from "./label-tables";

/**
 * What a label seems to be. `name`: of a product or company. `section`: heads a list of such. `criteria`: heads advice.
 * `attribute`: a property. `plain`: ordinary words that this text uses as no words ("Target"); `generic`: words that it
 * does use as such ("Customer Service"). `prose`: a sentence.
 */
export type LabelKind = "name" | "section" | "criteria" | "attribute" | "plain" | "generic" | "prose";

/** The words that a text writes in lower case: a label made of them is no name. */
export type LowerWords = ReadonlySet<string>;

/** Collects the words of a text that stand in it in lower case. */
export function lowerWords(prose: string): LowerWords {
  return new Set(
    Array.from(prose.matchAll(/(?<![\p{L}\p{N}])\p{Ll}{3,}(?![\p{L}\p{N}])/gu), (match) =>
      foldName(match[0]),
    ),
  );
}

const LONGEST_LABEL = 160;
const MOST_WORDS = 18;
const YEAR = /^(?:19|20)\d\d$/u;
const UNCASED = /\p{Lo}/u;

/** Whether one word as written looks like part of a name: a model number, inner capitals, or an unknown capital word. */
function looksProper(word: string, lower: LowerWords): boolean {
  const folded = foldName(word);
  if (folded === "" || YEAR.test(folded) || GENERIC_WORDS.has(folded) || SMALL_WORDS.has(folded))
    return false;
  if (/\d/u.test(word) && /\p{L}/u.test(word))
    return !/^\d+(?:st|nd|rd|th|hz|gb|tb|w|v|k|mm|cm|in|ft|lb|lbs|g|kg|h|hr|hrs|mp|mah|qt|oz|x)$/u.test(
      folded,
    );
  if (/\p{Ll}\p{Lu}/u.test(word)) return true;
  if (UNCASED.test(word)) return true;
  if (!/^\p{Lu}/u.test(word)) return false;
  return !isOrdinaryWord(folded) && !GENERIC_ENDING.test(folded) && !lower.has(folded);
}

/** Letters and numbers of a label, without emoji, markup, numbering and what stands in brackets. */
export function cleanLabel(label: string): string {
  return label
    .replace(/\([^)]*\)/gu, " ")
    .replace(/\uFFFC+/gu, " ")
    .replace(/^[^\p{L}\p{N}]*(?:\d{1,3}[.)]\s+)?/u, "")
    .replace(/(?:[*_#:\p{Extended_Pictographic}]|\p{Default_Ignorable_Code_Point})+/gu, " ")
    .replace(/\s+/gu, " ")
    .trim();
}

/** Classifies a label as it stands in the text. Depends on the text alone, never on which brands are tracked. */
export function classifyLabel(label: string, lower: LowerWords): LabelKind {
  if (label.length > LONGEST_LABEL) return "prose";
  const clean = cleanLabel(label);
  if (clean === "" || !/[\p{L}\p{N}]/u.test(clean)) return "plain";
  const folded = foldName(clean);
  if (ATTRIBUTE.test(folded)) return "attribute";
  if (CRITERIA_SECTION.test(folded) || /[?？]$/u.test(clean)) return "criteria";
  const words = clean.split(/[\s/&,+-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (words.length > MOST_WORDS) return "prose";
  const proper = words.filter((word) => looksProper(word, lower));
  const small = words.filter((word) => /^\p{Ll}+$/u.test(word) && !SMALL_WORDS.has(word)).length;
  const strong = proper.length > 1 || proper.some((word) => /\d|\p{Ll}\p{Lu}|\p{Lo}/u.test(word));
  if (SECTION.test(folded) && !(strong && proper.length * 2 >= words.length)) return "section";
  const opensProper = proper.length > 0 && proper[0] === words[0];
  if (small * 2 > words.length && !opensProper) return "prose";
  if (proper.length > 0) return small > proper.length * 2 ? "prose" : "name";
  if (small > 0 && words.length > 1) return "prose";
  return words.some((word) => lower.has(foldName(word)) || GENERIC_WORDS.has(foldName(word)))
    ? "generic"
    : "plain";
}
