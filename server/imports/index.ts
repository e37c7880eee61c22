export { ImportCapturesInput, type ImportReport } from "./contract";
export { checkCaptures, importCaptures } from "./import-captures";
