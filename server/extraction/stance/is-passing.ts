import { BRAND, type CompiledCues } from "./compile-cues";

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

/** Whether the brand that stands at `at` in a clause is only mentioned: as a partner, a place, a part, a source. */
export function isPassing(clause: string, at: number, cues: CompiledCues): boolean {
  const before = clause.slice(Math.max(0, at - LOOKED_BACK), at);
  if (cues.saying.test(clause.slice(at + BRAND.length))) return true;
  if (before.lastIndexOf("(") > before.lastIndexOf(")")) return true;
  for (const match of before.matchAll(cues.passing)) {
    const rest = before.slice(match.index + match[0].length);
    if (cues.spaced ? onlyNames(rest) : rest === "") return true;
  }
  return false;
}
