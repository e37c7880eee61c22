/**
 * One thing that an extractor gets wrong easily: why it is one, the brands that are tracked, the text, and what it names.
 * Brands are joined by " + ", with aliases and domains in brackets: "Acme (acme.com, ACM) + Zuvio". Expected likewise, in any
 * order: "Acme" is named, "Acme #2" at rank 2, "Acme #-" but no item, "?Acme" undecided; "" is nobody.
 */
export type Case = readonly [why: string, brands: string, text: string, expected: string, prompt?: string];
