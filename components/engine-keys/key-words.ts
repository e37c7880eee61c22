import type { Tone } from "@/components/ui/badge";
import { formatDay, formatMoment } from "@/components/ui/format";
import type { EngineKeyDto, EngineKeyState } from "@/server/engine-keys/contract";

export const STATE_WORDS: Readonly<Record<EngineKeyState, { words: string; tone: Tone }>> = {
  working: { words: "Working", tone: "good" },
  refused: { words: "Refused", tone: "bad" },
  untested: { words: "Not tested", tone: "caution" },
};

/** "ends in WXYZ, saved by Ada on 9 Nov 2026, tested 9 Nov 2026, 09:30 UTC". */
export function keyWords({ lastFour, savedAt, savedBy, testedAt }: EngineKeyDto): string {
  const key = lastFour === "" ? "too short to show any of it" : `ends in ${lastFour}`;
  const by = savedBy === null ? "" : ` by ${savedBy.name}`;
  const tested = testedAt === null ? "never tested" : `tested ${formatMoment(testedAt)} UTC`;
  return `${key}, saved${by} on ${formatDay(savedAt)}, ${tested}`;
}

/** "ChatGPT", "A and B", "A, B and C". */
export function listWords(names: readonly string[]): string {
  const last = names.at(-1) ?? "";
  return names.length < 2 ? last : `${names.slice(0, -1).join(", ")} and ${last}`;
}
