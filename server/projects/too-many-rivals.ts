import { AppError } from "@/server/kernel/errors";
import type { BrandRow } from "./brand-rows";
import { MAX_RIVALS } from "./contract";

/** Why one more rival can't be matched, or undefined. Archived ones don't count. */
export function tooManyRivals(rows: readonly BrandRow[]): AppError | undefined {
  const rivals = rows.filter(({ own, archived }) => !own && !archived).length;
  if (rivals < MAX_RIVALS) return undefined;
  return new AppError(
    "conflict",
    `A project has at most ${MAX_RIVALS} rivals. Archive one that you no longer track.`,
  );
}
