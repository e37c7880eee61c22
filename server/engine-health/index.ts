export { guardCall } from "./guard-call";
export { purgeMinutes } from "./purge-minutes";
export { type EngineNote, readEngineNotes } from "./read-engine-notes";
export { setPause } from "./set-pause";
