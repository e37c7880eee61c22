export { ImportCapturesInput, type ImportReport } from "./contract";
export { importCaptures } from "./import-captures";
