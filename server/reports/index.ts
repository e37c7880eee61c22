export { type FilterOptions, ProjectInput, SeriesFilter } from "./contract";
export { listFilterOptions } from "./list-filter-options";
export { measureRun } from "./measure-run";
export { type EngineReport, type ProjectReport, summariseProject } from "./summarise-project";
