import { foldName } from "@/server/extraction/normalise/fold-name";

const LONGEST_NAME = 100;

/** Why a name or alias can't be matched, as a sentence for the person who typed it; null when it can be. */
export function brandNameProblem(name: string): string | null {
  const trimmed = name.trim();
  if (trimmed === "") return "A brand name can't be empty.";
  if ([...trimmed].length > LONGEST_NAME) return `A brand name can have at most ${LONGEST_NAME} characters.`;
  if (/\p{Cc}/u.test(trimmed)) return "A brand name must be one line without control characters.";
  if (!/[\p{L}\p{N}]/u.test(trimmed))
    return `"${trimmed}" has no letter or number, so it can't be found in a text.`;
  if (foldName(trimmed) === "") return `"${trimmed}" has no visible characters.`;
  if (/^[a-z]$/iu.test(trimmed))
    return `"${trimmed}" is a single letter, which can't be told from an ordinary one.`;
  if (/^\d{1,2}$/u.test(trimmed))
    return `"${trimmed}" is only a number, which can't be told from an ordinary one.`;
  return null;
}
