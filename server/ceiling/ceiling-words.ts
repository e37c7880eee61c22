/** Why an ask was not bought, in words for the customer. `label` is the engine whose ceiling is reached; null: the free org's own. */
export function ceilingWords(label: string | null): { readonly reason: string; readonly advice: string } {
  if (label === null)
    return {
      reason: "The daily spending limit of the Free plan is reached",
      advice: "Nothing was charged. Ask again tomorrow (UTC), or choose another plan.",
    };
  return {
    reason: `CiteStreak's daily spending limit for ${label} is reached`,
    advice: "Nothing was charged. Ask again tomorrow (UTC).",
  };
}
