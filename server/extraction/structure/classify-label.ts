import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { charClass } from "@/server/extraction/normalise/char-class";
import { foldedString, foldName } from "@/server/extraction/normalise/fold-name";
import {
  ADVICE_SENTENCE,
  ATTRIBUTE,
  BEST_FOR,
  CRITERIA_SECTION,
  GENERIC_ENDING,
  GENERIC_WORDS,
  OFFER_SECTION,
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

/** Collects the words of a text that stand in it in lower case, from three letters on. One pass. */
export function lowerWords(prose: string): LowerWords {
  const lower = new Set<string>();
  let start = -1;
  let plain = true;
  for (let at = 0; at <= prose.length; at += 1) {
    const unit = at < prose.length ? prose.charCodeAt(at) : 0;
    const small = unit > 0x60 && unit < 0x7b;
    if (small || charClass(unit) !== 0) {
      if (start < 0) {
        start = at;
        plain = true;
      }
      plain &&= small || (unit > 0x7f && prose.charAt(at) === prose.charAt(at).toLowerCase());
      continue;
    }
    if (start >= 0 && plain && at - start > 2) lower.add(foldedString(prose.slice(start, at)));
    start = -1;
  }
  return lower;
}

const LONGEST_LABEL = 160;
const MOST_WORDS = 18;
/** Headings of advice are short; a longer label with such words is a sentence or a long product name. */
const LONGEST_HEADING = 9;
const YEAR = /^(?:19|20)\d\d$/u;
const UNCASED = /\p{Lo}/u;

/** What stands in brackets, but for a model such as "(2a)". */
const BRACKETED = /\((?!(?=[^)]*\d)(?=[^)]*\p{L})[\p{L}\p{N}]{2,6}\))[^)]*\)/gu;
const NOT_ASCII = /[^ -~]/;
const ASCII_DECORATION = /[*_#:\s]+/g;
const DECORATION = /(?:[*_#:\s\uFFFC\p{Extended_Pictographic}]|\p{Default_Ignorable_Code_Point})+/gu;
const LEADING_NUMBER = /^[^\p{L}\p{N}]*(?:\d{1,3}[.)]\s+)?/u;

/** Short words with such an ending are as often names ("Lively", "Visible"). */
function endsGeneric(folded: string): boolean {
  return folded.length > 7 && GENERIC_ENDING.test(folded);
}

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
  return !isOrdinaryWord(folded) && !endsGeneric(folded) && !lower.has(folded);
}

function isGeneric(word: string, lower: LowerWords): boolean {
  const folded = foldName(word);
  return lower.has(folded) || GENERIC_WORDS.has(folded) || SMALL_WORDS.has(folded) || endsGeneric(folded);
}

/** Letters and numbers of a label, without emoji, markup, numbering and what stands in brackets. */
export function cleanLabel(label: string): string {
  const open = label.includes("(") ? label.replace(BRACKETED, " ") : label;
  const bare = open.replace(NOT_ASCII.test(open) ? DECORATION : ASCII_DECORATION, " ").trim();
  return bare.replace(LEADING_NUMBER, "");
}

/** Classifies a label as it stands in the text. Depends on the text alone, never on which brands are tracked. */
export function classifyLabel(label: string, lower: LowerWords): LabelKind {
  if (label.length > LONGEST_LABEL) return "prose";
  const clean = cleanLabel(label);
  if (clean === "" || !/[\p{L}\p{N}]/u.test(clean)) return "plain";
  const folded = foldName(clean);
  if (BEST_FOR.test(folded)) return "section";
  if (ATTRIBUTE.test(folded)) return "attribute";
  const words = clean.split(/[\s/&,+-]+/u).filter((word) => /[\p{L}\p{N}]/u.test(word));
  if (OFFER_SECTION.test(folded)) return "section";
  if (words.length > LONGEST_HEADING && ADVICE_SENTENCE.test(folded)) return "criteria";
  if (words.length <= LONGEST_HEADING && CRITERIA_SECTION.test(folded)) return "criteria";
  if (/[?？]$/u.test(clean)) return "criteria";
  if (words.length > MOST_WORDS) return "prose";
  const proper = words.filter((word) => looksProper(word, lower));
  const small = words.filter((word) => /^\p{Ll}+$/u.test(word) && !SMALL_WORDS.has(word)).length;
  const strong = proper.length > 1 || proper.some((word) => /\d|\p{Ll}\p{Lu}|\p{Lo}/u.test(word));
  if (SECTION.test(folded) && !(strong && proper.length * 2 >= words.length)) return "section";
  const last = words.at(-1) ?? "";
  // "Party Games", "Toaster Oven Combos": a plural that the text uses as a word heads a list of such things.
  const plural =
    /[^s]s$/u.test(last) && lower.has(foldName(last)) && words.length > 1 && proper[0] !== words[0];
  if (plural && !strong) return "section";
  // "eero 6 Plus": a title in lower case only at its first word is spelt the way a maker spells itself.
  const styled =
    /^\p{Ll}{3,}$/u.test(words[0] ?? "") &&
    words.length > 1 &&
    words.slice(1).every((word) => /^[\p{Lu}\p{N}]/u.test(word));
  if (styled) return "name";
  const opensProper = proper.length > 0 && proper[0] === words[0];
  if (small * 2 > words.length && !opensProper) return "prose";
  if (proper.length > 0) return small > proper.length * 2 ? "prose" : "name";
  if (small > 0 && words.length > 1) return "prose";
  return words.every((word) => isGeneric(word, lower)) ? "generic" : "plain";
}
