export type { AuditBreak, SealHead } from "./audit-break";
export { type AuditEntry, recordAudit } from "./record-audit";
export { type Sealed, sealAudit } from "./seal-audit";
export { type AuditVerdict, verifyAudit } from "./verify-audit";
