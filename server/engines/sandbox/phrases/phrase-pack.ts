import type { PromptIntent } from "../market";

export type Phrases = readonly [string, ...string[]];

/** What an answer is made of in one language. Clauses have no full stop and begin small, so that they can stand anywhere. */
export interface PhrasePack {
  /** What the made-up market sells, as one would search for it. */
  readonly category: string;
  readonly openings: Readonly<Record<PromptIntent, Phrases>>;
  readonly considerations: Phrases;
  readonly advice: Phrases;
  readonly closings: Phrases;
  readonly refusals: Phrases;
  readonly headings: Phrases;
  readonly searchSuffixes: Phrases;
  /** From a brand's name to a clause that says what is good about it. */
  readonly proseLinks: Phrases;
  /** Before a clause that says what isn't. */
  readonly turns: Phrases;
  /** From a brand's name to the clause that says why not to buy it, by the answer's shape. */
  readonly notToBuy: Readonly<Record<"headings" | "prose" | "list", string>>;
  readonly tableHead: string;
  readonly stop: string;
  readonly colon: string;
  /** Between sentences. */
  readonly gap: string;
  readonly currency: { readonly before: string; readonly after: string; readonly factor: number };
}

/** What is said of a brand in one language. */
export interface BrandWords {
  readonly strengths: Phrases;
  readonly weakness: string;
}
