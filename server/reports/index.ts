export { type FilterOptions, type Overview, OverviewInput, ProjectInput, SeriesFilter } from "./contract";
export { getOverview } from "./get-overview";
export { listFilterOptions } from "./list-filter-options";
export { measureRun } from "./measure-run";
export { type EngineReport, type ProjectReport, summariseProject } from "./summarise-project";
