export { measureRun } from "./measure-run";
export { type EngineReport, summariseEngines } from "./summarise-engines";
