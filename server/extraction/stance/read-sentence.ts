import { BRAND, type CompiledCues, type CueKind, OTHER } from "./compile-cues";
import { type Cue, findCues } from "./find-cues";
import { isPassing } from "./is-passing";
import type { Reading } from "./reading";

const LONGEST_GAP = 60;
const SHORT_GAP = 25;
const NEXT_WORD_GAP = 12;
const ADVICE_OPENS = 4;

type Count = Record<CueKind, number>;

function countOf(cues: readonly Cue[]): Count {
  const count: Count = { against: 0, pick: 0, reservation: 0, praise: 0 };
  for (const { kind } of cues) count[kind] += 1;
  return count;
}

/** Clauses: cut before words of contrast and after semicolons. The first holds no word of contrast at its start. */
function clausesOf(sentence: string, cues: CompiledCues): string[] {
  const cuts = [0];
  for (const match of sentence.matchAll(cues.contrast)) if (match.index > 0) cuts.push(match.index);
  return cuts
    .map((cut, index) => sentence.slice(cut, cuts[index + 1]))
    .flatMap((clause) => clause.split(/[;；]/u))
    .filter((clause) => clause.trim() !== "");
}

/** Whether another name opens a clause, so that it speaks of that. */
function opensWithOther(clause: string): boolean {
  const at = clause.indexOf(OTHER);
  return at >= 0 && clause.slice(0, at).split(" ").length <= 4;
}

/** Whether a cue that stands before the brand is said of it. */
function governs({ kind, end }: Cue, clause: string, at: number): boolean {
  const gap = clause.slice(end, at);
  const room = kind === "praise" ? NEXT_WORD_GAP : kind === "reservation" ? SHORT_GAP : LONGEST_GAP;
  if (gap.length > room || /[!?。！？]/u.test(gap)) return false;
  if (kind !== "against" && /,(?! (?:and|or|und|et|y|e|en|i) )/u.test(gap)) return false;
  return !gap.includes(OTHER) || /^[^.]*(?:,| and| or| und| oder| et| ou| y| o| e| en| i)\s*$/u.test(gap);
}

/** Whether a cue that stands after the brand is said of it: no other name takes over in between. */
function isSaidOf({ start }: Cue, clause: string, at: number): boolean {
  return !/(?:[,:] |\band )\uE001/u.test(clause.slice(at, start));
}

function ownCues(clause: string, cues: CompiledCues): { own: Cue[]; governing: Cue[]; passing: boolean } {
  const at = clause.indexOf(BRAND);
  const last = clause.lastIndexOf(BRAND);
  const found = findCues(clause, cues);
  const before = clause.slice(0, at);
  const passing = isPassing(clause, at, cues);
  const governing = found.filter((cue) =>
    cue.end <= at
      ? governs(cue, clause, at) &&
        (!passing || cue.kind === "against" || (cue.kind !== "praise" && at - cue.end <= NEXT_WORD_GAP))
      : cue.start < at,
  );
  const after = found.filter((cue) => cue.start >= at && isSaidOf(cue, clause, at));
  const said = passing ? after.filter(({ kind }) => kind === "against") : after;
  const loses = cues.loser.test(before) || cues.loser.test(clause.slice(0, last));
  const chosen = found.filter(({ kind, end }) => end <= last && (kind === "pick" || kind === "praise"));
  if (loses && chosen.length > 0) {
    // "Choose Acme over Orvella" advises against Orvella; "Acme is better than Orvella" only says less of it.
    const advised = chosen.some((cue) => cue.kind === "pick" && cue.start <= ADVICE_OPENS);
    const kind = advised ? "against" : "reservation";
    return { own: [{ kind, start: last, end: last }], governing: [], passing: false };
  }
  return { own: [...governing, ...said], governing, passing };
}

/** Reads one sentence that names the brand, together with the sentence after it ("" where there is none). */
export function readSentence(sentence: string, next: () => string, cues: CompiledCues): Reading {
  if (/[?？]\s*$/u.test(sentence)) return { stance: "neutral", confidence: 0.8 };
  const clauses = clausesOf(sentence, cues);
  const index = clauses.findIndex((clause) => clause.includes(BRAND));
  const clause = clauses[index] ?? "";
  const { own, governing, passing } = ownCues(clause, cues);
  const head = countOf(own);
  if (cues.condition.test(sentence) && head.pick > 0) {
    head.reservation += head.pick;
    head.pick = 0;
  }
  const later = passing
    ? []
    : [...clauses.slice(index + 1), ...clausesOf(next(), cues)].filter((each) => !opensWithOther(each));
  const tail = countOf(later.flatMap((each) => findCues(each, cues)));
  const picked = governing.some(({ kind }) => kind === "pick");
  if (head.against > 0) return { stance: "negative", confidence: 0.9 };
  if (tail.against > 0 && !picked) return { stance: "negative", confidence: 0.75 };
  if (head.pick > 0 && (picked || tail.reservation <= tail.praise + tail.pick))
    return { stance: "recommended", confidence: 0.9 };
  const praise = head.praise + head.pick + tail.praise + tail.pick;
  const reservation = head.reservation + tail.reservation;
  if (tail.reservation > tail.praise + tail.pick) return { stance: "cautioned", confidence: 0.8 };
  if (reservation > praise) return { stance: "cautioned", confidence: 0.7 };
  if (praise > 0) return { stance: "recommended", confidence: 0.65 };
  return { stance: "neutral", confidence: passing ? 0.8 : 0.6 };
}
