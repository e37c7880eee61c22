/** Of the rules that hold statements against facts and pages against sentences; each check names it. Raise it with them. */
export const FACT_RULES_VERSION = "rules@1.0.0";
