export { buyAnswer, type Purchase } from "./buy-answer";
export { cancelRun, failRun } from "./cancel-run";
export { checkEngines } from "./check-request";
export { beginClosing, finishRun, releaseRun } from "./close-run";
export {
  type AskCounts,
  ChangeRunInput,
  ListRunsInput,
  PlanPanelInput,
  QuoteRunInput,
  RequestRunInput,
  type RunOptionsDto,
  RunOptionsInput,
  type RunPageDto,
  RunPageInput,
  type RunPlanDto,
  type RunQuoteDto,
  type RunsPage,
  StartRunInput,
  WEEKS_A_MONTH,
} from "./contract";
export type { RequestedRun } from "./dispatch-run";
export { engineLabel } from "./engine-label";
export { failAsk } from "./fail-ask";
export { fanOutAsks } from "./fan-out-asks";
export { getRun, type RunView } from "./get-run";
export { getRunPage } from "./get-run-page";
export { listRunOptions } from "./list-run-options";
export { listRuns } from "./list-runs";
export { planPanel } from "./plan-panel";
export { creditsOfRun } from "./price-grid";
export { quoteRun } from "./quote-run";
export { recordAnswer } from "./record-answer";
export { requestRun } from "./request-run";
export { reserveRun } from "./reserve-run";
export { retryRun } from "./retry-run";
export { endStateOf, hasEnded } from "./run-state";
export { sweepRuns } from "./sweep-runs";
