export {
  IMPORT_SCREEN_MAX_BYTES,
  type ImportAccepted,
  type ImportPreview,
  type ImportReport,
  type StartedImport,
  type StartImportInput,
} from "./contract";
export { checkCaptures, importCaptures } from "./import-captures";
export { importGuide } from "./import-guide";
export { previewImport } from "./preview-import";
export { type ImportRequest, readImportRequest } from "./read-import-request";
export { recordImport } from "./record-import";
export { startImport } from "./start-import";
