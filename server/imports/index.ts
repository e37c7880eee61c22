export {
  CaptureFormat,
  IMPORT_SCREEN_MAX_BYTES,
  type ImportAccepted,
  ImportCapturesInput,
  type ImportPreview,
  type ImportReport,
  type StartedImport,
} from "./contract";
export { checkCaptures, importCaptures } from "./import-captures";
export { importGuide } from "./import-guide";
export { previewImport } from "./preview-import";
export { readImportBody } from "./read-import-body";
export { recordImport } from "./record-import";
export { startImport } from "./start-import";
