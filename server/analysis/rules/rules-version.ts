/** The rules of this slice, by version; a fact that they stand for names it. Raise it when any of them changes. */
export const RULES_VERSION = "rules@1.0.0";
