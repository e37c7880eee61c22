import type { AmbiguityReason } from "@/server/extraction/extraction-types";
import type { Hit } from "@/server/extraction/matching/find-hits";
import { judgeOrdinaryWord } from "./judge-ordinary-word";

/** The three outcomes of a hit; never a forced yes or no. */
export type Verdict =
  | { readonly outcome: "mention"; readonly confidence: number }
  | { readonly outcome: "not_a_mention" }
  | { readonly outcome: "ambiguous"; readonly reason: AmbiguityReason };

const LITERAL = 0.95;
const DOMAIN = 0.9;
const JOINED = 0.85;
const OTHER_CASE = 0.7;
const THRESHOLD = 0.5;

function formConfidence(surface: string, hit: Hit): number {
  if (hit.form.rule === "domain") return DOMAIN;
  if (hit.form.rule === "humps") return JOINED;
  return hit.form.rule === "any" && surface === surface.toLowerCase() && /\p{Ll}/u.test(surface)
    ? OTHER_CASE
    : LITERAL;
}

/** Decides what a hit is by its neighbours; `text` is the masked prose, `isAbsent` its absence tester. */
export function judgeHit(text: string, hit: Hit, isAbsent: (start: number, end: number) => boolean): Verdict {
  if (isAbsent(hit.start, hit.end)) return { outcome: "not_a_mention" };
  if (!hit.form.ordinary) {
    return { outcome: "mention", confidence: formConfidence(text.slice(hit.start, hit.end), hit) };
  }
  const confidence = judgeOrdinaryWord(text, hit.start, hit.end);
  return confidence < THRESHOLD
    ? { outcome: "ambiguous", reason: "ordinary_word" }
    : { outcome: "mention", confidence };
}
