import type { NoteLine, ProvenanceNote } from "@/components/provenance/provenance-note";
import { formatNumber, formatWindow } from "@/components/ui/format";
import type { FalseAlarmCounts, FalseAlarms } from "@/server/reports/contract";
import { shareWords } from "./alarm-words";

type Rule = "changed" | "significant" | "apart";

const MEANINGS: Readonly<Record<Rule, { readonly title: string; readonly definition: string }>> = {
  changed: {
    title: "Called a change",
    definition:
      "Comparisons of two halves of a fortnight that the shipped test calls changed, all of a fortnight judged together.",
  },
  significant: {
    title: "p ≤ 0.05",
    definition: "Comparisons that the test would call changed if each were looked at by itself.",
  },
  apart: {
    title: "Apart by the alert threshold",
    definition: "Comparisons whose two halves differ by as much as raises an alert, tested or not.",
  },
};

/** Where a share of false alarms comes from. */
export function alarmNote(
  rule: Rule,
  counts: FalseAlarmCounts,
  of: string,
  { rules, windows }: FalseAlarms,
): ProvenanceNote {
  const { title, definition } = MEANINGS[rule];
  const { value, interval } = shareWords(counts[rule], counts);
  const [last, first] = [windows[0], windows.at(-1)];
  const span: NoteLine[] =
    first && last ? [["Weeks", `${windows.length}, ${formatWindow(first)} to ${formatWindow(last)}`]] : [];
  return {
    title: `${title}: ${of}`,
    facts: [
      ["Value", value],
      ...(interval === null ? [] : [["Interval", interval] as const]),
      ["Counts", `${formatNumber(counts[rule].count)} of ${formatNumber(counts.tested)} comparisons`],
      [
        "Clusters",
        `${formatNumber(counts.clusters)} fortnights of a series: their comparisons share answers`,
      ],
      ["Left out", `${formatNumber(counts.alike)} in which every answer was alike`],
    ],
    source: [...span, ["Method", rules.method]],
    about: {
      id: `false_alarms_${rule}`,
      definition,
      lines: [
        ["Formula", "mean over fortnights of a series of (called / tested); 95 % as the market interval"],
        ["Counted out of", "tested comparisons of presence and citation rate in which anything could differ"],
      ],
    },
  };
}
