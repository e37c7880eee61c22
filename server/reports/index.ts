export { measureRun } from "./measure-run";
export { type EngineReport, type ProjectReport, summariseProject } from "./summarise-project";
