import type { SuggestedPrompt } from "../contract";
import type { PromptSuggestionInput } from "../tasks/prompt-suggestions";

type Facts = Pick<PromptSuggestionInput, "brand" | "category" | "rivals">;

/** Questions in English made of what is known of the brand: for orgs without a model, and as a first panel to edit. */
export function promptTemplates({ brand, category, rivals }: Facts): SuggestedPrompt[] {
  const market = category.trim();
  const asked = market === "" ? [] : inMarket(market);
  const compared = rivals.slice(0, 4).flatMap((rival, index) => againstRival(brand, rival, index));
  const branded = [
    { text: `Is ${brand} any good?`, intent: "branded" as const },
    { text: `What are the downsides of ${brand}?`, intent: "branded" as const },
  ];
  return interleave([asked, compared, branded]);
}

/** Worded so that a market may be one thing, many or a mass: "CRM", "standing desks", "accounting software". */
function inMarket(market: string): SuggestedPrompt[] {
  return [
    { text: `I am looking for ${market}. What would you recommend?`, intent: "category" },
    { text: `What should a small team choose for ${market}?`, intent: "category" },
    { text: `I need ${market} on a small budget. What should I look at?`, intent: "problem" },
    { text: `Who makes the most reliable ${market}?`, intent: "category" },
    { text: `We have outgrown what we use for ${market}. What do people switch to?`, intent: "problem" },
    { text: `Which brands stand out in ${market} this year?`, intent: "category" },
    { text: `What should I watch out for when choosing ${market}?`, intent: "problem" },
    { text: `What does a large company use for ${market}?`, intent: "category" },
  ];
}

function againstRival(brand: string, rival: string, index: number): SuggestedPrompt[] {
  const compared: SuggestedPrompt = {
    text: `${brand} or ${rival}: which should I choose?`,
    intent: "comparison",
  };
  const replaced: SuggestedPrompt = { text: `What are good alternatives to ${rival}?`, intent: "comparison" };
  return index % 2 === 0 ? [compared, replaced] : [replaced, compared];
}

/** The first of each list, then the second of each: a short panel has every intent. */
function interleave(lists: readonly (readonly SuggestedPrompt[])[]): SuggestedPrompt[] {
  const longest = Math.max(...lists.map((list) => list.length));
  return Array.from({ length: longest }, (_, at) => lists.flatMap((list) => list.slice(at, at + 1))).flat();
}
