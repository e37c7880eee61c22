import type { AnswerUsage } from "../contract";
import type { PerplexityBody } from "./perplexity-shape";

interface TokenPrice {
  /** Micros (millionths of a US dollar) per token; cached input counts as input, which is never too low. */
  readonly input: number;
  readonly output: number;
}

/** By model. Source: docs.perplexity.ai, "Agent API Models" and "Pricing", as of October 2026. */
const tokenPrices: Readonly<Record<string, TokenPrice>> = {
  "perplexity/sonar": { input: 0.25, output: 2.5 },
};

/** USD 5 per 1,000 web searches. */
const searchMicros = 5_000;

/**
 * Micros that a response cost: the vendor's own figure, which bills tokens and searches together, where it says one in
 * dollars; else by its price list, rounded up. Null where neither says.
 */
export function costOfPerplexity(
  { model, usage: bill }: PerplexityBody,
  usage: AnswerUsage | null,
): number | null {
  if (bill?.cost?.currency === "USD") return Math.round(bill.cost.total_cost * 1_000_000);
  const price = tokenPrices[model];
  if (!price || usage?.inputTokens == null || usage.outputTokens === null) return null;
  const tokens = usage.inputTokens * price.input + usage.outputTokens * price.output;
  return Math.ceil(tokens) + (usage.searches ?? 0) * searchMicros;
}
