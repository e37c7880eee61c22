import type { Stance } from "@/server/extraction/contract";

/** A stance, how sure its judge is (0 to 1), and who judged: `rules@<version>`, or a model with its prompt's version. */
export type StanceJudgement = {
  readonly stance: Stance;
  readonly stanceConfidence: number;
  readonly stanceBy: string;
};
