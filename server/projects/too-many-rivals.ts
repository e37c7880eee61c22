import { AppError } from "@/server/kernel/errors";
import type { BrandRow } from "./brand-rows";
import { MAX_RIVALS } from "./contract";

/** Why `more` rivals can't be matched, or undefined. Archived ones don't count. */
export function tooManyRivals(rows: readonly BrandRow[], more = 1): AppError | undefined {
  const rivals = rows.filter(({ own, archived }) => !own && !archived).length;
  if (rivals + more <= MAX_RIVALS) return undefined;
  return new AppError(
    "conflict",
    `A project has at most ${MAX_RIVALS} rivals. Archive one that you no longer track.`,
  );
}
