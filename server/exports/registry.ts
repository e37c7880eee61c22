import type { ExportTable } from "./export-table";
import { answers } from "./tables/answers";
import { asks } from "./tables/asks";
import { brands } from "./tables/brands";
import { citations } from "./tables/citations";
import { ledger } from "./tables/ledger";
import { mentions } from "./tables/mentions";
import { metrics } from "./tables/metrics";
import { prompts } from "./tables/prompts";
import { runs } from "./tables/runs";
import { sources } from "./tables/sources";
import { streaks } from "./tables/streaks";

/** Every table that can be taken away, in the order of the page: one file and one line each. */
export const exportTables: readonly ExportTable[] = [
  answers,
  mentions,
  citations,
  sources,
  metrics,
  streaks,
  runs,
  asks,
  prompts,
  brands,
  ledger,
];

export function findExportTable(id: string): ExportTable | undefined {
  return exportTables.find((table) => table.id === id);
}
