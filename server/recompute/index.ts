export { cancelRecompute } from "./cancel-recompute";
export { RecomputeProjectInput } from "./contract";
export { failRecompute, finishRecompute } from "./end-recompute";
export { getRecompute } from "./get-recompute";
export { recomputeBatch } from "./recompute-batch";
export { resumeRecomputes } from "./resume-recomputes";
export { startRecompute } from "./start-recompute";
