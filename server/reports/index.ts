export {
  type FalseAlarms,
  type FilterOptions,
  type Overview,
  OverviewInput,
  ProjectInput,
  SeriesFilter,
} from "./contract";
export { getChanges } from "./get-changes";
export { getFalseAlarms } from "./get-false-alarms";
export { getOverview } from "./get-overview";
export { keepEarlierValues } from "./keep-earlier-values";
export { listFilterOptions } from "./list-filter-options";
export { listSeries, SeriesRef } from "./list-series";
export { measureAnew } from "./measure-anew";
export { measureRun } from "./measure-run";
export { type MeasuredSeries, readMeasured } from "./read-measured";
export { readSampleRows, type SampleRow } from "./read-sample";
export { rebuildRollups } from "./rebuild-rollups";
export { type EngineReport, type ProjectReport, summariseProject } from "./summarise-project";
