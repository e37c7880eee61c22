export { FlagRule, isOn } from "./decide-flag";
export { engineFlag, FLAGS, type Flag } from "./flags";
export { readFlagRules, readFlagRulesIn } from "./read-flag-rules";
export { writeFlagRule } from "./write-flag-rule";
