import type { AmbiguityReason } from "@/server/extraction/extraction-types";
import { grammarWord } from "@/server/extraction/matching/function-words";
import { isCalendarWord, isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { isOrdinaryPair } from "./collocations";
import { SENTENCE_OPENERS, SUBJECT_FOLLOWERS } from "./context-cues";
import { type Neighbour, neighbourAfter, neighbourBefore } from "./neighbours";
import { isGivenName } from "./other-entities";

/** How sure it is that an ordinary word names the brand (0 to 1, below 0.5 undecided), and why it may not. */
export type WordVerdict = { readonly confidence: number; readonly reason: AmbiguityReason };

const SURE = 0.9;
const LIKELY = 0.75;
const WEAK = 0.6;
const UNDECIDED = 0.4;

const CAPITAL = /^[\p{Lu}\p{Lt}\p{N}]/u;
const MID_SENTENCE = /[\p{L}\p{N},&/]/u;
const LETTER = /[\p{L}]/u;
const POSSESSIVE = /^['\u2019]s(?!\p{L})/u;
const DOT_COM = /^\.com(?![\p{L}\p{N}-])/iu;
const ALL_CAPITALS = /^\p{Lu}{2,}$/u;
const DETERMINERS: ReadonlySet<string> = new Set(
  "the a an your their our my its his her this that these those each every all more some any new".split(" "),
);
const PLURAL_VERBS: ReadonlySet<string> = new Set("are were have do can will should and or".split(" "));
/** What may stand right before a label's first word: markup, a bullet, a number, the edge of a masked link. */
const LABEL_EDGE = /[*_#[|\uFFFC]\s*$|(?:^|\n)[ \t]*(?:[-*+•]|\d{1,3}[.)])[ \t]+$/u;

type Place = {
  readonly folded: string;
  readonly before: Neighbour;
  readonly after: Neighbour;
  /** The next word, folded, where only a space or markup stands between. */
  readonly next: string | null;
  readonly possessive: boolean;
  readonly opensLabel: boolean;
};

function isTitleWord(neighbour: Neighbour): boolean {
  if (neighbour.word === null || !CAPITAL.test(neighbour.word)) return false;
  const folded = neighbour.word.toLowerCase();
  return isOrdinaryWord(folded) && !SENTENCE_OPENERS.has(folded);
}

function isProper(word: string): boolean {
  return CAPITAL.test(word) && LETTER.test(word) && !isOrdinaryWord(word.toLowerCase());
}

/** Confidence in a word of grammar that opens a sentence or a label. */
function grammarAtStart(kind: "pronoun" | "particle", place: Place): number {
  const { after, next } = place;
  if (place.possessive) return kind === "particle" ? LIKELY : UNDECIDED;
  if (after.word === null || next === null) return /[.!?…]/u.test(after.character) ? UNDECIDED : LIKELY;
  if (isCalendarWord(next)) return UNDECIDED;
  if (isProper(after.word)) return place.opensLabel ? LIKELY : UNDECIDED;
  // "Nothing Phone": the text may well call a model by a word and a capital.
  if (kind === "pronoun" && CAPITAL.test(after.word) && /^(?:phone|ear|headphone|watch)/u.test(next))
    return LIKELY;
  return kind === "particle" && SUBJECT_FOLLOWERS.has(next) && /s$|^(?:has|was)$/u.test(next)
    ? LIKELY
    : UNDECIDED;
}

function atSentenceStart(place: Place): number {
  const { after, next, folded } = place;
  if (place.possessive) return SURE;
  if (after.word === null || next === null) return LIKELY;
  if (CAPITAL.test(after.word)) return isOrdinaryWord(next) ? WEAK : LIKELY;
  // "Farmers have", "Shells are": the plural of a word, and no company.
  if (/[^s]s$/u.test(folded) && PLURAL_VERBS.has(next)) return UNDECIDED;
  if (SUBJECT_FOLLOWERS.has(next)) return LIKELY;
  return place.before.character === "(" ? WEAK : UNDECIDED;
}

function midSentence(place: Place): WordVerdict {
  const { before, next, possessive } = place;
  if (before.word !== null && isGivenName(before.word))
    return { confidence: UNDECIDED, reason: "other_entity" };
  // "how to Target Your Audience": a verb in a title.
  const verb = before.word?.toLowerCase() === "to" && next !== null && DETERMINERS.has(next);
  const title = !possessive && isTitleWord(before);
  return { confidence: verb || title ? UNDECIDED : SURE, reason: "ordinary_word" };
}

/** Whether a word in capitals stands among others in capitals, so that these say nothing. */
function isShouted(surface: string, { before, after }: Place): boolean {
  return surface.length > 1 && ALL_CAPITALS.test(surface) && (isInCapitals(before) || isInCapitals(after));
}

function isInCapitals({ word }: Neighbour): boolean {
  return word !== null && ALL_CAPITALS.test(word);
}

function placeOf(text: string, start: number, end: number): Place {
  const after = neighbourAfter(text, end);
  return {
    folded: text.slice(start, end).toLowerCase(),
    before: neighbourBefore(text, start),
    after,
    next: after.word !== null && after.spaced ? after.word.toLowerCase() : null,
    possessive: POSSESSIVE.test(text.slice(end, end + 3)),
    opensLabel: LABEL_EDGE.test(text.slice(Math.max(0, start - 12), start)),
  };
}

function verdict(confidence: number): WordVerdict {
  return { confidence, reason: "ordinary_word" };
}

/** Judges an ordinary word that is written as the brand writes itself, by what stands around it. */
export function judgeOrdinaryWord(text: string, start: number, end: number): WordVerdict {
  const place = placeOf(text, start, end);
  const { folded, before, next, possessive } = place;
  // "Monday.com": the domain that such a company takes.
  if (DOT_COM.test(text.slice(end, end + 5))) return verdict(SURE);
  if (next !== null && isOrdinaryPair(folded, next)) return verdict(UNDECIDED);
  if (isCalendarWord(folded))
    return verdict(!possessive && next !== null && SUBJECT_FOLLOWERS.has(next) ? WEAK : UNDECIDED);
  if (isShouted(text.slice(start, end), place)) return verdict(UNDECIDED);
  if (MID_SENTENCE.test(before.character)) return midSentence(place);
  const grammar = grammarWord(folded);
  return verdict(grammar === null ? atSentenceStart(place) : grammarAtStart(grammar, place));
}
