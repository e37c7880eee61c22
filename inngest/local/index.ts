export { type ClientAddress, pointClientAt } from "./client-address";
export type { DeadLetter } from "./dead-letters";
export { type LocalRuntime, type LocalRuntimeOptions, startLocalRuntime } from "./local-runtime";
export { newSigningKey } from "./signature";
