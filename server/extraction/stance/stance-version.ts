/** Version of the rules and cues by which stances are judged; a stored stance names it. Raise it when any can change. */
export const STANCE_RULES_VERSION = "1.0.0";
