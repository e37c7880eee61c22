import { type Clause, clausesOf } from "./clauses-of";
import type { CompiledCues } from "./compile-cues";
import type { CueKind } from "./cue-table";
import type { Cue } from "./find-cues";
import { ownCues } from "./own-cues";
import type { Passage } from "./passage";
import { BRAND, OTHER } from "./phrases";
import type { Reading } from "./reading";

const NO_CLAUSE: Clause = { text: "", offset: 0 };

type Count = Record<CueKind, number>;

function countOf(cues: readonly Cue[]): Count {
  const count: Count = { against: 0, pick: 0, reservation: 0, praise: 0 };
  for (const { kind } of cues) count[kind] += 1;
  return count;
}

/** Whether another name opens a clause, so that it speaks of that. */
function opensWithOther({ text }: Clause): boolean {
  const at = text.indexOf(OTHER);
  return at >= 0 && text.slice(0, at).split(" ").length <= 4;
}

/** Cues of clauses, but of those that another name opens. */
function cuesOf(clauses: readonly Clause[], passage: Passage): Cue[] {
  return clauses
    .filter((clause) => !opensWithOther(clause))
    .flatMap(({ text, offset }) => passage.cuesIn(text, offset));
}

/** Cues of what follows the brand's clause. */
function laterCues(rest: readonly Clause[], sentence: Passage, next: Passage, cues: CompiledCues): Cue[] {
  const inSentence = cuesOf(rest, sentence);
  return next.may("cue") ? [...inSentence, ...cuesOf(clausesOf(next, cues), next)] : inSentence;
}

/** Whether a sentence surely says nothing of the brand, nor the one after it. */
function saysNothing(sentence: Passage, next: Passage): boolean {
  return (
    !sentence.may("cue") &&
    !sentence.may("question") &&
    !sentence.may("passing") &&
    !sentence.may("saying") &&
    !sentence.may("bracket") &&
    !next.may("cue")
  );
}

/** Reads one sentence that names the brand, together with the sentence after it (empty where there is none). */
export function readSentence(sentence: Passage, next: Passage, cues: CompiledCues): Reading {
  if (saysNothing(sentence, next)) return { stance: "neutral", confidence: 0.6 };
  if (sentence.may("question") && /[?？]\s*$/u.test(sentence.text))
    return { stance: "neutral", confidence: 0.8 };
  const clauses = clausesOf(sentence, cues);
  const index = clauses.findIndex(({ text }) => text.includes(BRAND));
  const { own, governing, passing } = ownCues(clauses[index] ?? NO_CLAUSE, sentence, cues);
  const head = countOf(own);
  if (head.pick > 0 && sentence.may("condition") && cues.condition.test(sentence.text)) {
    head.reservation += head.pick;
    head.pick = 0;
  }
  const tail = countOf(passing ? [] : laterCues(clauses.slice(index + 1), sentence, next, cues));
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
