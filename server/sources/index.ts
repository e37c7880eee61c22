export {
  GetSourceInput,
  ListSourcesInput,
  readSourceFilter,
  type SourceDetail,
  type SourcesPage,
} from "./contract";
export { getSource } from "./get-source";
export { listSources } from "./list-sources";
