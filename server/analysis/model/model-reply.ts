/** What came of one call of a model. `tokens` is what it says to have used; null where it doesn't say. */
export type ModelReply<Raw> =
  | { readonly kind: "answer"; readonly raw: Raw; readonly text: string; readonly tokens: number | null }
  | {
      readonly kind: "invalid";
      readonly problem: string;
      readonly text: string;
      readonly tokens: number | null;
    }
  | {
      readonly kind: "unavailable";
      /** For people: never a key, nor anything of the endpoint's own words. */
      readonly words: string;
      /** Whether the endpoint may have done the work: then what was held for the call stays counted. */
      readonly mayHaveBeenUsed: boolean;
    };

const MOST_TOKENS = 2_147_483_647;

/** A count of tokens as an endpoint tells it, or null where it tells none that can be one. */
export function tokenCount(told: number | undefined): number | null {
  return told !== undefined && Number.isSafeInteger(told) && told >= 0 && told <= MOST_TOKENS ? told : null;
}
