import type { ProvenanceNote } from "@/components/provenance/provenance-note";
import { surfaceLabel } from "@/components/shell/surface-label";
import { formatNumber, formatWindow } from "@/components/ui/format";
import type { SourceRow, SourceScope } from "@/server/sources/contract";
import { citationWords, retrievalWords, shareWords } from "./source-words";

const ABOUT_SHARE: ProvenanceNote["about"] = {
  id: "source_share",
  definition:
    "The part of all citations that goes to this domain. Each answer’s citations weigh 1 together, however many they are.",
  lines: [
    [
      "Formula",
      "Σ w / Σ c over answers, w = cited pages of the domain / cited pages, c = 1 when it cites anything",
    ],
    [
      "Interval",
      "95 %, on prompts like these: prompts as clusters; of several engines together an upper bound",
    ],
    [
      "Counted out of",
      "answered, refused and empty answers that cite at least one page, to prompts that don’t name the brand themselves",
    ],
  ],
};

/** The part of a note that is the same for every source of a page. */
export function scopeLines({ window, panel, surface, sandbox, engines, answers, prompts }: SourceScope) {
  return [
    ["Engines", `${engines.map(({ label }) => label).join(", ")}; ${surfaceLabel(surface)}`],
    ["Data", sandbox ? "made up: the sandbox answered, no engine" : "answers of the engines"],
    ["Window", `${formatWindow(window)}, UTC`],
    ["Prompts", `panel ${panel.name}, version ${panel.version}`],
    [
      "Sample",
      `${formatNumber(answers)} answers that cite something${prompts === null ? "" : `, ${formatNumber(prompts)} prompts`}`,
    ],
  ] as const;
}

/** Where a domain's share comes from. */
export function shareNote(
  row: SourceRow,
  scope: SourceScope,
  source: ProvenanceNote["source"],
): ProvenanceNote {
  const { value, interval } = shareWords(row, scope);
  return {
    title: `Share of citations: ${row.domain}`,
    about: ABOUT_SHARE,
    facts: [
      ["Value", value],
      ...(interval === null ? [] : [["Interval", interval] as const]),
      ["Citations", citationWords(row.citations)],
      ["Cited in", `${formatNumber(row.cited)} answers`],
      ["Only linked", `${formatNumber(row.linked)} answers`],
      [
        "Only retrieved",
        row.retrieved === null
          ? retrievalWords(scope.engines)
          : `${formatNumber(row.retrieved)} answers; ${retrievalWords(scope.engines)}`,
      ],
    ],
    source,
  };
}
