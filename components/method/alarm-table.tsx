import { SeriesBadges } from "@/components/overview/series-title";
import { Provenance } from "@/components/provenance/provenance";
import { formatNumber } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { EngineFalseAlarms, FalseAlarms } from "@/server/reports/contract";
import { alarmNote } from "./alarm-note";
import { controlWords, shareWords } from "./alarm-words";

/** The same by engine and surface. */
export function AlarmTable({ check }: { check: FalseAlarms }) {
  const points = Math.round(check.rules.threshold * 100);
  return (
    <Table caption="False alarms by engine">
      <thead>
        <tr>
          <Th>Engine</Th>
          <Th align="end">Fortnights</Th>
          <Th align="end">Comparisons</Th>
          <Th>Called a change</Th>
          <Th>p ≤ 0.05</Th>
          <Th>{points} points apart</Th>
          <Th>Made-up brands found</Th>
        </tr>
      </thead>
      <tbody>
        {check.engines.map((engine) => (
          <tr key={`${engine.engineId} ${engine.surface} ${engine.sandbox}`}>
            <RowTh>
              <span className="whitespace-nowrap">{engine.engine}</span>
              <span className="mt-1 flex flex-wrap gap-1">
                <SeriesBadges {...engine} />
              </span>
            </RowTh>
            <Td align="end">{formatNumber(engine.clusters)}</Td>
            <Td align="end">{formatNumber(engine.tested)}</Td>
            {(["changed", "significant", "apart"] as const).map((rule) => (
              <Td key={rule}>
                <Share check={check} engine={engine} rule={rule} />
              </Td>
            ))}
            <Td>
              <span className="whitespace-nowrap">{controlWords(engine.controls)}</span>
            </Td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function Share({
  check,
  engine,
  rule,
}: {
  check: FalseAlarms;
  engine: EngineFalseAlarms;
  rule: "changed" | "significant" | "apart";
}) {
  const { value, interval } = shareWords(engine[rule], engine);
  if (engine[rule].share === null) return <span className="text-ink-faint">{value}</span>;
  return (
    <>
      <span className="whitespace-nowrap">
        <Provenance note={alarmNote(rule, engine, engine.engine, check)}>{value}</Provenance>
      </span>
      {interval && <span className="block whitespace-nowrap text-ink-faint text-xs">{interval}</span>}
    </>
  );
}
