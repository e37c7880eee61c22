export { limitVariables } from "./limits-of";
export { purgePools } from "./purge-pools";
export { withinLimits } from "./within-limits";
