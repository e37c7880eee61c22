import { Provenance } from "@/components/provenance/provenance";
import type { ProvenanceNote } from "@/components/provenance/provenance-note";
import type { SourceRow, SourceScope } from "@/server/sources/contract";
import { shareNote } from "./source-note";
import { shareWords } from "./source-words";

interface Props {
  readonly row: SourceRow;
  readonly scope: SourceScope;
  readonly source: ProvenanceNote["source"];
}

/** A domain's share of the citations with its interval, and where it comes from. */
export function SourceShare({ row, scope, source }: Props) {
  const { value, interval } = shareWords(row, scope);
  return (
    <span className="whitespace-nowrap tabular-nums">
      <Provenance note={shareNote(row, scope, source)}>
        <span className={scope.evidence === "counts" ? "" : "font-semibold"}>{value}</span>
      </Provenance>
      {interval && <span className="block text-ink-faint text-xs">{interval}</span>}
    </span>
  );
}
