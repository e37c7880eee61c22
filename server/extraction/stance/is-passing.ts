import type { CompiledCues } from "./compile-cues";
import type { Passage } from "./passage";
import { BRAND } from "./phrases";

const LOOKED_BACK = 120;
const BETWEEN = /,? (?:and|or|und|oder|et|ou|y|o|e|en|of|i|lub) |, /u;
const MOST_WORDS = 3;

/** Whether only names stand between a word and the brand: "such as Acme, Orvella and ". */
function onlyNames(text: string): boolean {
  return text
    .replace(/^[:,]? /u, "")
    .split(BETWEEN)
    .every((name) => name.trim().split(" ").length <= MOST_WORDS);
}

/**
 * Whether the brand that stands at `at` in a clause is only mentioned: as a partner, a place, a part, a source. `sentence`
 * tells what may stand there at all.
 */
export function isPassing(clause: string, at: number, sentence: Passage, cues: CompiledCues): boolean {
  if (sentence.may("saying") && cues.saying.test(clause.slice(at + BRAND.length))) return true;
  if (!sentence.may("bracket") && !sentence.may("passing")) return false;
  const before = clause.slice(Math.max(0, at - LOOKED_BACK), at);
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
  if (!sentence.may("passing")) return false;
  const { passing } = cues;
  passing.lastIndex = 0;
  while (passing.test(before)) {
    const rest = before.slice(passing.lastIndex);
    if (cues.spaced ? onlyNames(rest) : rest === "") return true;
  }
  return false;
}
