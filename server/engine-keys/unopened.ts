import { AppError } from "@/server/kernel/errors";

/** For the person who has to give the key again. */
export function unopened(label: string): AppError {
  return new AppError(
    "engine_unavailable",
    `Your own key of ${label} can’t be opened: the site’s encryption key has changed. Save it anew, or remove it.`,
  );
}
