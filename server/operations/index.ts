export {
  DeadLetterInput,
  type DeadLettersPage,
  type LetterCount,
  type LetterPage,
  ListDeadLettersInput,
  MarginInput,
  type MarginReportDto,
  PauseEngineInput,
  ResumeEngineInput,
  RetryDeadLettersInput,
  readMarginChoice,
  SetFlagInput,
} from "./contract";
export { countDeadLetters } from "./count-dead-letters";
export { useDeadLetters } from "./dead-letters-here";
export { dropDeadLetter } from "./drop-dead-letter";
export { enterOperations, type Operator } from "./enter-operations";
export { exportMargin } from "./export-margin";
export { getDeadLetter } from "./get-dead-letter";
export { getMarginReport } from "./get-margin-report";
export { listDeadLetters } from "./list-dead-letters";
export { listFlags } from "./list-flags";
export { listOperatedEngines } from "./list-operated-engines";
export { pauseEngine } from "./pause-engine";
export { resumeEngine } from "./resume-engine";
export { retryDeadLetter } from "./retry-dead-letter";
export { retryDeadLetters } from "./retry-dead-letters";
export { setFlag } from "./set-flag";
