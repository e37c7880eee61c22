export { ExportInput, type ExportTableDto } from "./contract";
export { listExportTables } from "./list-export-tables";
export { type OpenExport, openExport } from "./open-export";
export { openOrgExport } from "./org/open-org-export";
export { csvFile, writeCsv } from "./write-csv";
