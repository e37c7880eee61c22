export { analyse } from "./analyse";
export { reapAnalysisCache } from "./cache/reap-analysis-cache";
export {
  type AnalysisDto,
  type ProvenanceDto,
  type SuggestedPromptsDto,
  type SuggestedRivalsDto,
  SuggestPromptsInput,
  SuggestRivalsInput,
  TEXT_MAX_CHARACTERS,
} from "./contract";
export type { AnalysisTask, Opinion } from "./define-task";
export { evaluateSimilarity, type SimilarityReport } from "./evaluation/evaluate-similarity";
export { getAnalysis } from "./get-analysis";
export { judgeRun } from "./judge-run";
export type { Judgement } from "./judgement";
export { embedText } from "./model/embed-text";
export { analysisVariables, embeddingSettings, modelStatus } from "./model/model-status";
export { reapplyMeanings } from "./reapply-meanings";
export { subjectOf } from "./rules/claims-in-text";
export { type StandIn, startStandIn } from "./stand-in/start-stand-in";
export { suggestPrompts } from "./suggest-prompts";
export { suggestRivals } from "./suggest-rivals";
export { type Claim, claimsTask } from "./tasks/claims";
export { disambiguationTask } from "./tasks/disambiguation";
export { discoveryTask } from "./tasks/discovery";
export { siteReadingTask } from "./tasks/site-reading";
export { stanceTask } from "./tasks/stance";
export { supportTask } from "./tasks/support";
export { releaseHolds } from "./tokens/release-holds";
export { wasJudged } from "./was-judged";
