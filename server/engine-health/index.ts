export { EngineInput } from "./contract";
export { getEngineStatus } from "./get-engine-status";
export { guardCall } from "./guard-call";
export { listEngineStates } from "./list-engine-states";
export { listEngines } from "./list-engines";
export { purgeMinutes } from "./purge-minutes";
export { type EngineNote, readEngineNotes } from "./read-engine-notes";
export { setPause } from "./set-pause";
