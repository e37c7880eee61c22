export { askEngine } from "./ask-engine";
export { checkKey, type KeyCheck } from "./check-key";
export {
  AnswerState,
  AnswerUsage,
  CapturedAnswer,
  type EngineStatus,
  KeyProviderId,
  type LocaleMapping,
  type LocalePart,
  type MeasuredRequest,
  type Observability,
  type Observation,
  ParsedAnswer,
  ParsedCitation,
  type PriceListRow,
  Surface,
  TextSpan,
} from "./contract";
export type {
  AskDeps,
  AskRequest,
  Engine,
  EngineLimits,
  Environment,
  Locale,
  RawReply,
} from "./define-engine";
export { isSandbox } from "./engine-env";
export { EngineError, type EngineErrorKind, type EngineFailure } from "./engine-error";
export { engineStatus } from "./engine-status";
export { environmentWith } from "./environment-with";
export {
  type GivenKey,
  getKeyProvider,
  type KeyProvider,
  keyProviderOf,
  keyProviders,
  keyVariables,
} from "./key-providers";
export { capturedAnswerParser } from "./parse-captured-answer";
export { parseRawBody } from "./parse-raw-body";
export { currentPriceList } from "./price-list";
export { engines, findEngine, getEngine } from "./registry";
export type { SandboxLog } from "./sandbox/call-log";
export { Fault, type FaultInput, FaultKind } from "./sandbox/faults";
export { Latency } from "./sandbox/latency";
export {
  type Market,
  type MarketBrand,
  type MarketPrompt,
  type PromptIntent,
  sandboxMarket,
} from "./sandbox/market";
export { type Sandbox, type SandboxOptions, startSandbox } from "./sandbox/start-sandbox";
