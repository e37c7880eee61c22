/** Version of every rule and table of this slice; a stored fact names it. Raise it when any output can change. */
export const EXTRACTOR_VERSION = "1.5.0";
