import type { CompiledCues } from "./compile-cues";
import type { Passage } from "./passage";

/** A part of a passage, and where in it that starts. */
export type Clause = { readonly text: string; readonly offset: number };

/** Clauses: cut before words of contrast and after semicolons. The first holds no word of contrast at its start. */
export function clausesOf(sentence: Passage, cues: CompiledCues): Clause[] {
  const { text } = sentence;
  if (!sentence.may("contrast")) return text === "" ? [] : [{ text, offset: 0 }];
  const cuts = [0];
  for (const match of text.matchAll(cues.contrast)) if (match.index > 0) cuts.push(match.index);
  for (const match of text.matchAll(/[;；]/gu)) cuts.push(match.index + 1);
  cuts.sort((left, right) => left - right);
  return cuts
    .map((offset, index) => ({ text: withoutStop(text.slice(offset, cuts[index + 1])), offset }))
    .filter((clause) => clause.text.trim() !== "");
}

function withoutStop(clause: string): string {
  return /[;；]$/u.test(clause) ? clause.slice(0, -1) : clause;
}
