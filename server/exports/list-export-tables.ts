import type { ExportTableDto } from "./contract";
import { exportTables } from "./registry";

/** What can be taken away, with the meaning of every column: the same for every project and role. */
export function listExportTables(): ExportTableDto[] {
  return exportTables.map(({ id, label, description, filters, columns }) => ({
    id,
    label,
    description,
    filters,
    columns,
  }));
}
