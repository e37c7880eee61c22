import type { BrandStreak } from "@/server/reports/contract";

type Risk = NonNullable<BrandStreak["risk"]>;

/** Why a current streak may not last, in words. */
export const RISK_WORDS: Readonly<Record<Risk, string>> = {
  undecided: "At risk: its newest window isn’t decided yet.",
  one_answer: "At risk: one answer less in the newest window would have ended it.",
};
