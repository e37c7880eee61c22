import { z } from "zod";

/** The choices of the screen, in days; null: for good. */
export const RAW_BODY_DAYS = [null, 1_095, 365, 180, 90, 30] as const;

export const SaveRetentionInput = z.object({
  /** Days after the end of a run for which what its engines sent is kept; null: for good. */
  rawBodyDays: z.int().min(30, "keep them for 30 days at least").max(3_650).nullable().default(null),
});
export type SaveRetentionInput = z.input<typeof SaveRetentionInput>;

export interface RetentionDto {
  readonly rawBodyDays: number | null;
  /** ISO moment: the raw bodies of runs that ended up to then are gone. Null: all are there. */
  readonly purgedThrough: string | null;
  /** For each choice of days: of how many answers the raw bodies would be gone within the hour. */
  readonly older: { readonly days: number; readonly answers: number }[];
  readonly mayChange: boolean;
}
