export { checkMasterKeys } from "./check-master-keys";
export {
  EngineKeyInput,
  type EngineKeysDto,
  SaveEngineKeyInput,
  type TestedKeyDto,
} from "./contract";
export { listEngineKeys } from "./list-engine-keys";
export type { OwnKey } from "./own-key";
export { readOwnEnvironment } from "./read-own-environment";
export { readOwnKeys } from "./read-own-keys";
export { readOwnProviders } from "./read-own-providers";
export { removeEngineKey } from "./remove-engine-key";
export { type Rotation, rotateEngineKeys } from "./rotate-engine-keys";
export { saveEngineKey } from "./save-engine-key";
export { testEngineKey } from "./test-engine-key";
