import { EVIDENCE_RULES, type PlanPrecision } from "@/server/metrics";

/** "12 points", "0.8 points": a share of change or of width. */
function points(share: number): string {
  const value = share * 100;
  const said = value < 1 ? value.toFixed(1) : value.toFixed(0);
  return `${said} ${said === "1" ? "point" : "points"}`;
}

/** What a week of a plan can and can't say, one sentence each. Null: too small for anything but counts. */
export function planWords(plan: PlanPrecision | null, answers: number): string[] {
  const { level, early } = EVIDENCE_RULES;
  if (plan === null)
    return [
      `Counts with a bound, no level: that takes ${early.prompts} prompts and ${early.answers} answers on each engine, and from ${level.prompts} prompts on it is no longer early.`,
    ];
  const { market, panel, detectable, detectableOnRestlessDays: restless } = plan;
  const levels =
    panel === null
      ? `Levels: ± ${points(market)} on prompts like these (market). With one answer a prompt there is no interval on these prompts.`
      : `Levels: ± ${points(market)} on prompts like these (market), ± ${points(panel)} on these prompts (panel).`;
  return [levels, changeWords(detectable, restless, answers), LESSON];
}

const LESSON = "More prompts sharpen levels; repeats sharpen changes.";

function changeWords(detectable: number | null, restless: number | null, answers: number): string {
  if (answers === 1) return "Changes: none can be told from one answer a prompt.";
  if (detectable === null) return "Changes: none is found four times in five, however large.";
  const quiet = `Changes: ${points(detectable)} from one week to the next are found four times in five`;
  return restless === null
    ? `${quiet}, where days are alike.`
    : `${quiet}; ${points(restless)} where days differ.`;
}
