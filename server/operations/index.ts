export {
  DeadLetterInput,
  type DeadLettersPage,
  type LetterCount,
  type LetterPage,
  ListDeadLettersInput,
  PauseEngineInput,
  ResumeEngineInput,
  RetryDeadLettersInput,
} from "./contract";
export { countDeadLetters } from "./count-dead-letters";
export { useDeadLetters } from "./dead-letters-here";
export { dropDeadLetter } from "./drop-dead-letter";
export { enterOperations, type Operator } from "./enter-operations";
export { getDeadLetter } from "./get-dead-letter";
export { listDeadLetters } from "./list-dead-letters";
export { pauseEngine } from "./pause-engine";
export { resumeEngine } from "./resume-engine";
export { retryDeadLetter } from "./retry-dead-letter";
export { retryDeadLetters } from "./retry-dead-letters";
