export { actionWords } from "./action-words";
export { AuditFilter, ListAuditInput, readAuditFilter } from "./contract";
export { listAudit } from "./list-audit";
export { openAuditExport } from "./open-audit-export";
