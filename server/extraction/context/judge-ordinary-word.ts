import { isCalendarWord, isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import { OTHER_ENTITY_FOLLOWERS, SENTENCE_OPENERS, SUBJECT_FOLLOWERS } from "./context-cues";
import { type Neighbour, neighbourAfter, neighbourBefore } from "./neighbours";

/** What the neighbours of an ordinary word say: how sure it is a naming (0 to 1), below 0.5 undecided. */
const SURE = 0.9;
const LIKELY = 0.75;
const WEAK = 0.6;
const UNDECIDED = 0.4;

const CAPITAL = /^[\p{Lu}\p{Lt}\p{N}]/u;
const MID_SENTENCE = /[\p{L}\p{N},&/]/u;

function isTitleWord(neighbour: Neighbour): boolean {
  if (neighbour.word === null || !CAPITAL.test(neighbour.word)) return false;
  const folded = neighbour.word.toLowerCase();
  return isOrdinaryWord(folded) && !SENTENCE_OPENERS.has(folded);
}

function atSentenceStart(before: Neighbour, after: Neighbour): number {
  if (after.word === null || !after.spaced) return LIKELY;
  const folded = after.word.toLowerCase();
  if (CAPITAL.test(after.word)) return isOrdinaryWord(folded) ? WEAK : LIKELY;
  if (SUBJECT_FOLLOWERS.has(folded)) return LIKELY;
  return before.character === "(" ? WEAK : UNDECIDED;
}

/** Confidence that an ordinary word, written as the brand writes itself, names the brand here. */
export function judgeOrdinaryWord(text: string, start: number, end: number): number {
  const before = neighbourBefore(text, start);
  const after = neighbourAfter(text, end);
  const possessive = /^['\u2019]s\b/u.test(text.slice(end, end + 3));
  if (after.word !== null && after.spaced && OTHER_ENTITY_FOLLOWERS.has(after.word.toLowerCase()))
    return UNDECIDED;
  if (isCalendarWord(text.slice(start, end).toLowerCase())) {
    return !possessive && after.word !== null && SUBJECT_FOLLOWERS.has(after.word.toLowerCase())
      ? WEAK
      : UNDECIDED;
  }
  if (possessive) return SURE;
  if (!MID_SENTENCE.test(before.character)) return atSentenceStart(before, after);
  if (isTitleWord(before)) return UNDECIDED;
  return SURE;
}
