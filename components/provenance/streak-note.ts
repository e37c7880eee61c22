import { formatDay } from "@/components/ui/format";
import type { BrandStreak } from "@/server/reports/contract";
import type { ProvenanceNote } from "./provenance-note";

export const ABOUT_STREAK: ProvenanceNote["about"] = {
  id: "streak",
  definition:
    "Consecutive windows in which presence reached the target. A window without data pauses a streak, a miss ends it.",
  lines: [
    ["A hit is", "presence at or above the project's target; the value counts, not its intervals"],
    ["At risk is", "a current streak whose newest window isn't decided, or was a hit by a single answer"],
    ["Counted over", "the windows of one panel version, up to the window shown"],
  ],
};

const OUTCOMES = { hit: "hits", miss: "misses", no_data: "without data" } as const;

/** Where a streak comes from: the outcomes that it was counted over. */
export function streakNote(
  { current, longest, brokenAt, outcomes }: BrandStreak,
  of: string,
  target: string,
  source: ProvenanceNote["source"],
): ProvenanceNote {
  const counts = (["hit", "miss", "no_data"] as const).map((outcome) => {
    const times = outcomes.filter((each) => each.outcome === outcome).length;
    return `${times} ${OUTCOMES[outcome]}`;
  });
  return {
    title: `Streak: ${of}`,
    about: ABOUT_STREAK,
    facts: [
      ["Current", String(current)],
      ["Longest", String(longest)],
      ["Target", target],
      ["Ended in", brokenAt === null ? "no streak has ended" : `the week of ${formatDay(brokenAt)}`],
      ["Windows", counts.join(", ")],
    ],
    source,
  };
}
