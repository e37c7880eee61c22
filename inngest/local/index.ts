export { type ClientAddress, pointClientAt } from "./client-address";
export type {
  DeadLetter,
  DeadLetterDetail,
  DeadLetterPage,
  DeadLetterStep,
  DeadLetters,
  Intervention,
} from "./dead-letters";
export { type LocalRuntime, type LocalRuntimeOptions, startLocalRuntime } from "./local-runtime";
export { openDeadLetters } from "./open-dead-letters";
export type { SeparateQueue } from "./queue-plan";
export { newSigningKey } from "./signature";
