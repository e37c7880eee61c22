export { analyse } from "./analyse";
export { reapAnalysisCache } from "./cache/reap-analysis-cache";
export {
  type AnalysisDto,
  type ProvenanceDto,
  type SuggestedPromptsDto,
  type SuggestedRivalsDto,
  SuggestPromptsInput,
  SuggestRivalsInput,
} from "./contract";
export type { AnalysisTask, Opinion } from "./define-task";
export { evaluateSimilarity, type SimilarityReport } from "./evaluation/evaluate-similarity";
export { getAnalysis } from "./get-analysis";
export { judgeRun } from "./judge-run";
export type { Judgement } from "./judgement";
export { embedText } from "./model/embed-text";
export { analysisVariables, embeddingSettings, modelStatus } from "./model/model-status";
export { type StandIn, startStandIn } from "./stand-in/start-stand-in";
export { suggestPrompts } from "./suggest-prompts";
export { suggestRivals } from "./suggest-rivals";
export { claimsTask } from "./tasks/claims";
export { disambiguationTask } from "./tasks/disambiguation";
export { discoveryTask } from "./tasks/discovery";
export { stanceTask } from "./tasks/stance";
export { releaseHolds } from "./tokens/release-holds";
