import type { SourceTaste, UrlMark } from "./market-sources";
import { defaultPersonality, personalities } from "./personalities";

/** What an answer looks like. */
export type AnswerShape = "numbered" | "bullets" | "headings" | "table" | "prose" | "cards";

/** Chance that an answer of the engine names a brand, on an average non-branded prompt; days count from 0. */
export interface PresenceCurve {
  readonly from: number;
  readonly to: number;
}

/** What sets one engine's made-up answers apart from another's: data, so that a new engine has answers at once. */
export interface Personality {
  /** Shares of what isn't a plain answer. */
  readonly odd: {
    readonly refused: number;
    readonly empty: number;
    readonly truncated: number;
    readonly noAnswerShown: number;
    readonly withoutSearch: number;
  };
  /** By brand; a brand that isn't here gets a curve of its own, drawn for the engine. */
  readonly presence: Readonly<Record<string, PresenceCurve>>;
  /** One is drawn, each as likely as the next: named twice, twice as likely. */
  readonly shapes: readonly [AnswerShape, ...AnswerShape[]];
  readonly length: {
    /** Most brands that one answer names. */
    readonly brands: number;
    /** Whether it goes on to what to look for before buying. */
    readonly considerations: boolean;
  };
  readonly sources: SourceTaste;
  /** Chances of a citation: of a brand's own site, of another's page for a brand, and for the end of the answer. */
  readonly citing: { readonly ownSite: number; readonly others: number; readonly closing: number };
  /** Pages that were found and not cited: this many, and up to `spread` − 1 more. */
  readonly looked: { readonly least: number; readonly spread: number };
  /** How a citation stands in the text, and how often it does. */
  readonly links: { readonly share: number; readonly style: "host" | "title" | "number" | "marker" };
  readonly urlMark: UrlMark;
}

/** The engine's own, or the default. */
export function personalityOf(engineId: string): Personality {
  return personalities[engineId] ?? defaultPersonality;
}
