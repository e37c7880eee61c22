import type { Clause } from "./clauses-of";
import type { CompiledCues } from "./compile-cues";
import type { Cue } from "./find-cues";
import { isPassing } from "./is-passing";
import type { Passage } from "./passage";
import { BRAND, OTHER } from "./phrases";

const LONGEST_GAP = 60;
const SHORT_GAP = 25;
const NEXT_WORD_GAP = 12;
const ADVICE_OPENS = 4;

/** What a clause says of the brand, which of that from before its name, and whether it only mentions it. */
export type OwnCues = {
  readonly own: readonly Cue[];
  readonly governing: readonly Cue[];
  readonly passing: boolean;
};

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

/** Whether the brand, by its first or last naming, is what something else is said to be better than. */
function loses(clause: string, first: number, last: number, { loser }: CompiledCues): boolean {
  return loser.test(clause.slice(0, first)) || loser.test(clause.slice(0, last));
}

/** The cues of a clause of a sentence that are said of the brand. */
export function ownCues({ text: clause, offset }: Clause, sentence: Passage, cues: CompiledCues): OwnCues {
  const at = clause.indexOf(BRAND);
  const passing = isPassing(clause, at, sentence, cues);
  const found = sentence.cuesIn(clause, offset);
  if (found.length === 0) return { own: [], governing: [], passing };
  const last = clause.lastIndexOf(BRAND);
  const chosen = found.filter(({ kind, end }) => end <= last && (kind === "pick" || kind === "praise"));
  if (chosen.length > 0 && sentence.may("loser") && loses(clause, at, last, cues)) {
    // "Choose Acme over Orvella" advises against Orvella; "Acme is better than Orvella" only says less of it.
    const advised = chosen.some((cue) => cue.kind === "pick" && cue.start <= ADVICE_OPENS);
    const kind = advised ? "against" : "reservation";
    return { own: [{ kind, start: last, end: last }], governing: [], passing: false };
  }
  const governing = found.filter((cue) =>
    cue.end <= at
      ? governs(cue, clause, at) &&
        (!passing || cue.kind === "against" || (cue.kind !== "praise" && at - cue.end <= NEXT_WORD_GAP))
      : cue.start < at,
  );
  const after = found.filter((cue) => cue.start >= at && isSaidOf(cue, clause, at));
  const said = passing ? after.filter(({ kind }) => kind === "against") : after;
  return { own: [...governing, ...said], governing, passing };
}
