/**
 * Version of every rule and table of this slice; a stored fact names it. Raise it when any output can change, a parser's of a
 * stored body too: answers of another version are offered to be read again.
 */
export const EXTRACTOR_VERSION = "1.5.0";
