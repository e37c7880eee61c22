import type { AmbiguityReason } from "@/server/extraction/extraction-types";
import type { Hit } from "@/server/extraction/matching/find-hits";
import type { AbsenceReader } from "./absence-reader";
import { judgeOrdinaryWord } from "./judge-ordinary-word";
import { isPlacedBefore, namesOtherEntity, namesPlaceAfter } from "./other-entities";

/** The three outcomes of a hit; never a forced yes or no. */
export type Verdict =
  | { readonly outcome: "mention"; readonly confidence: number }
  | { readonly outcome: "not_a_mention" }
  | { readonly outcome: "ambiguous"; readonly reason: AmbiguityReason; readonly confidence: number };

const LITERAL = 0.95;
const DOMAIN = 0.9;
const JOINED = 0.85;
const OTHER_CASE = 0.7;
const THRESHOLD = 0.5;
const SMALL_LETTER = /[\p{Ll}]/u;
const NEXT_WORD = /^ (\p{L}+)/u;
const NOT_A_MENTION: Verdict = { outcome: "not_a_mention" };
const OTHER_ENTITY: Verdict = { outcome: "ambiguous", reason: "other_entity", confidence: 0.3 };

function formConfidence(text: string, { form, start, end }: Hit): number {
  if (form.rule === "domain") return DOMAIN;
  if (form.rule === "humps") return JOINED;
  if (form.rule !== "any") return LITERAL;
  const surface = text.slice(start, end);
  return surface === surface.toLowerCase() && SMALL_LETTER.test(surface) ? OTHER_CASE : LITERAL;
}

/** "Amazon rainforest", "British Columbia", "Columbia, Maryland": the name stands for a place or another body. */
function isOtherEntity(text: string, start: number, end: number): boolean {
  const after = text.charCodeAt(end);
  if (after === 0x20) {
    const next = NEXT_WORD.exec(text.slice(end, end + 24))?.[1];
    if (next !== undefined && namesOtherEntity(next.toLowerCase())) return true;
  }
  if (after === 0x2c && namesPlaceAfter(text.slice(end, end + 24))) return true;
  return text.charCodeAt(start - 1) === 0x20 && isPlacedBefore(text.slice(Math.max(0, start - 24), start));
}

/** Decides what a hit is by its neighbours; `text` is the masked prose. */
export function judgeHit(text: string, hit: Hit, absence: AbsenceReader): Verdict {
  if (absence.isAbsent(hit.start, hit.end)) return NOT_A_MENTION;
  if (hit.form.rule !== "domain" && isOtherEntity(text, hit.start, hit.end)) return OTHER_ENTITY;
  if (!hit.form.ordinary) return { outcome: "mention", confidence: formConfidence(text, hit) };
  const { confidence, reason } = judgeOrdinaryWord(text, hit.start, hit.end);
  return confidence < THRESHOLD
    ? { outcome: "ambiguous", reason, confidence }
    : { outcome: "mention", confidence };
}
