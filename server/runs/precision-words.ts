import { EVIDENCE_RULES, evidenceFor } from "@/server/metrics";

const whole = new Intl.NumberFormat("en-GB");

/**
 * What the numbers of one run can and can't say, before it is paid for (methodology, "Two intervals" and "Change").
 * `prompts`: those that name no brand themselves; `repeats`: answers of each of them on each engine.
 */
export function precisionWords(prompts: number, repeats: number): string {
  return `${levelWords(prompts, repeats)} ${repeatWords(repeats)} More prompts sharpen levels; repeats sharpen changes.`;
}

function levelWords(prompts: number, repeats: number): string {
  const { level, early } = EVIDENCE_RULES;
  if (prompts === 0) return "Every prompt of this panel names a brand: none of them enters presence.";
  const size = `${whole.format(prompts)} ${prompts === 1 ? "prompt" : "prompts"} without a brand name`;
  const answers = prompts * repeats;
  switch (evidenceFor(prompts, answers)) {
    case "level":
      return `${size}: enough to state a level on each engine.`;
    case "early":
      return `${size}, ${whole.format(answers)} answers on each engine: levels are shown, marked early below ${level.prompts} prompts.`;
    case "counts":
      return (
        `${size}, ${whole.format(answers)} ${answers === 1 ? "answer" : "answers"} on each engine: shown as counts with a bound. ` +
        `A level starts at ${early.prompts} prompts and ${early.answers} answers.`
      );
  }
}

function repeatWords(repeats: number): string {
  return repeats === 1
    ? "With one repeat this run alone has no panel interval, and no change can be told from it."
    : `With ${repeats} repeats it has a panel interval.`;
}
