export { ceilingVariables } from "./ceilings";
export { correctHold } from "./correct-hold";
export { countRunCosts } from "./count-run-costs";
export { giveBackHold } from "./give-back-hold";
export type { HeldCost } from "./held-cost";
export { holdCost } from "./hold-cost";
export { leaveUncounted } from "./leave-uncounted";
export { purgeSpend } from "./purge-spend";
