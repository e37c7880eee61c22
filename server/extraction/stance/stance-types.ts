/** How an answer speaks of a brand that it names; the labelling guideline defines each. */
export const STANCES = ["recommended", "listed", "neutral", "cautioned", "negative"] as const;
export type Stance = (typeof STANCES)[number];

/** A stance, how sure its judge is (0 to 1), and who judged: `rules@<version>`, or a model with its prompt's version. */
export type StanceJudgement = {
  readonly stance: Stance;
  readonly stanceConfidence: number;
  readonly stanceBy: string;
};
