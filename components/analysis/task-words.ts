import { formatNumber } from "@/components/ui/format";
import type { AnalysisDto } from "@/server/analysis/contract";

interface TaskWords {
  /** When the model is asked. */
  readonly asked: string;
  /** What stands in its place. */
  readonly instead: string;
}

/** By task, in words for whoever pays for it. */
export const TASK_WORDS: Readonly<Record<AnalysisDto["tasks"][number]["id"], TaskWords>> = {
  stance: {
    asked: "How a passage stands towards a brand, where the rules aren’t sure",
    instead: "The rules’ opinion, with its confidence",
  },
  disambiguation: {
    asked: "Whether a word such as “notion” means the brand, where the rules can’t tell",
    instead: "The word stays undecided, and counts as no mention",
  },
  discovery: {
    asked: "Which brands an answer names that you don’t track",
    instead: "Names that the rules find in lists",
  },
  claims: {
    asked: "What an answer claims of your brand: prices, features, limits",
    instead: "Sentences that name your brand and can be checked",
  },
  support: {
    asked: "Whether a cited page, or a fact of yours, bears out a sentence, where the rules aren’t sure",
    instead: "The rules: words, numbers and names that stand close together",
  },
  prompt_suggestions: {
    asked: "Prompts for your panel, when you ask for suggestions",
    instead: "Templates filled with your category and rivals",
  },
  rival_suggestions: {
    asked: "Brands to track as rivals, when you ask for suggestions",
    instead: "The names that stand in most answers",
  },
  site_reading: {
    asked: "What a new project’s site says to measure: category, rivals, first prompts",
    instead: "The rules: title, description, headings, and templates in five languages",
  },
};

/** What the month's tokens came to, in one sentence. */
export function tokenWords({ used, held, allowance, calls }: AnalysisDto["tokens"]): string {
  const count = calls === 1 ? "1 call" : `${formatNumber(calls)} calls`;
  const flight = held > 0 ? `, and up to ${formatNumber(held)} held for calls under way` : "";
  return `${formatNumber(used)} of ${formatNumber(allowance)} tokens used in ${count}${flight}.`;
}
