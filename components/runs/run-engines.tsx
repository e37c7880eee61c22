import Link from "next/link";
import { enginesPath } from "@/components/engines/engines-path";
import { surfaceLabel } from "@/components/shell/surface-label";
import { formatNumber } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { AskCounts, RunPageDto } from "@/server/runs/contract";
import { ASK_STATES, count } from "./run-words";

/** Asks by engine and state; each engine leads to what it shows and how it stands. */
export function RunEngines({ org, run }: { org: string; run: RunPageDto }) {
  const imported = run.kind === "import";
  const shown = ASK_STATES.filter(({ state }) => isShown(run, state));
  return (
    <section aria-labelledby="by-engine">
      <h2 id="by-engine" className="mb-1 font-semibold text-lg">
        {imported ? "Captures by engine" : "Asks by engine"}
      </h2>
      <p className="mb-3 max-w-prose text-ink-faint text-sm">{explain(run)}</p>
      <Table caption={imported ? "Captures by engine and state" : "Asks by engine and state"}>
        <thead>
          <tr>
            <Th>Engine</Th>
            {shown.map(({ state, label }) => (
              <Th key={state} align="end">
                {label}
              </Th>
            ))}
          </tr>
        </thead>
        <tbody>
          {run.engines.map(({ engineId, label, surface, credits, asks }) => (
            <tr key={`${engineId} ${surface}`}>
              <RowTh>
                <Link href={enginesPath(org, engineId)} className="underline-offset-3 hover:underline">
                  {label}
                </Link>
                <span className="block whitespace-nowrap font-normal text-ink-faint text-xs">
                  {surfaceLabel(surface)}
                  {credits !== null && `, ${count(credits, "credit")} an answer`}
                </span>
              </RowTh>
              {shown.map(({ state }) => (
                <Td key={state} align="end">
                  {asks[state] === 0 ? <span className="text-ink-faint">0</span> : formatNumber(asks[state])}
                </Td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** What can still change while the run is open, and otherwise what there is. */
function isShown({ ended, asks }: RunPageDto, state: keyof AskCounts): boolean {
  return state === "answered" || asks[state] > 0 || (!ended && (state === "planned" || state === "claimed"));
}

function explain({ kind, ended, asks }: RunPageDto): string {
  if (kind === "import") return ended ? "Captures cost no credits." : "Claimed: being recorded now.";
  const words = [
    !ended && "Claimed: being asked now.",
    asks.orphaned > 0 && "Orphaned: lost in flight twice.",
    "Only answers are charged.",
  ];
  return words.filter(Boolean).join(" ");
}
