import Table from "cli-table3";
import { describeMetric, type MetricRow } from "@/server/metrics";
import type { EngineReport, ProjectReport } from "@/server/reports";

/** The demo's last word, for a person: one block a project, one row an engine. */
export function reportTable(reports: readonly ProjectReport[]): string {
  const table = new Table({
    head: [
      "",
      "asks",
      "presence, first week",
      "presence, last week",
      "coverage",
      "streak",
      "cost",
      "credits",
    ],
    style: { head: [], border: [] },
    wordWrap: true,
  });
  for (const { project, ownBrand, engines } of reports) {
    table.push([{ colSpan: 8, content: `${ownBrand}  (${project})` }]);
    for (const engine of engines) table.push(rowOf(engine));
  }
  return table.toString();
}

function rowOf(engine: EngineReport): string[] {
  const [first, last] = [engine.windows[0], engine.windows.at(-1)];
  const { reserved, settled, released } = engine.credits;
  return [
    `${engine.engineId}\n${engine.surface}${engine.sandbox ? ", sandbox" : ""}`,
    `${engine.answered} of ${engine.asks}`,
    engine.windows.length > 1 ? words(first?.metrics.presence) : "",
    words(last?.metrics.presence),
    words(last?.metrics.coverage),
    `${engine.streak.current} (best ${engine.streak.longest})`,
    engine.costMicros === null ? "" : `$${(engine.costMicros / 1_000_000).toFixed(2)}`,
    `${reserved} reserved\n${settled} settled\n${released} released`,
  ];
}

function words(row: MetricRow | undefined): string {
  return row ? describeMetric(row).replace(" (", "\n(").replace(", market", ",\n market") : "";
}
