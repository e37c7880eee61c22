import type { SeriesPart, Shortfall, Verdict } from "../contract";
import { EVIDENCE_RULES } from "../evidence";

const SHORTFALLS: Record<Shortfall, string> = {
  few_prompts: `fewer than ${EVIDENCE_RULES.early.prompts} prompts have answers in both windows`,
  few_answers: `a window has fewer than ${EVIDENCE_RULES.early.answers} answers to the prompts in both`,
  low_completion: "under 70 % of a window's asks came back",
  no_repeats: "most prompts were asked once in a window",
  one_day: "a window has answers of a single day",
};

const PARTS: Record<SeriesPart, string> = {
  method: "method",
  panel: "panel",
  extractor: "extractor",
  brand_set: "brand set",
  contract: "contract of the engine",
  model: "model served",
};

/**
 * The exact words of a verdict, in every tile, alert and export: "changed: +8.2 points (95 %: +2.1 to +14.3)", "no
 * detectable change (a change of 6.4 points would have been found 4 times in 5)".
 */
export function describeVerdict(verdict: Verdict): string {
  switch (verdict.kind) {
    case "changed":
      return `changed: ${signed(verdict.difference)} points (95 %: ${signed(verdict.low)} to ${signed(verdict.high)})`;
    case "no_detectable_change":
      return verdict.detectable >= 1
        ? "no detectable change (no change at all would have been found 4 times in 5)"
        : `no detectable change (a change of ${points(verdict.detectable)} points would have been found 4 times in 5)`;
    case "not_enough_data":
      return `not enough data: ${SHORTFALLS[verdict.why]}`;
    case "series_break":
      return `series break: another ${listed(verdict.parts.map((part) => PARTS[part]))}`;
  }
}

function points(share: number): string {
  return (share * 100).toFixed(1);
}

function signed(share: number): string {
  const rounded = points(Math.abs(share));
  if (rounded === "0.0") return "0.0";
  return `${share < 0 ? "−" : "+"}${rounded}`;
}

function listed(words: readonly string[]): string {
  return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}
