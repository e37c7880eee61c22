import type { AnswerUsage } from "../contract";
import type { XaiUsage } from "./xai-responses-shape";

interface TokenPrice {
  /** Micros (millionths of a US dollar) per token; thinking is billed as output. */
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

/** By model. Source: docs.x.ai, "Pricing", as of May 2026; recorded bills of July and August 2026 agree with it. */
const tokenPrices: Readonly<Record<string, TokenPrice>> = {
  "grok-4.3": { input: 1.25, cachedInput: 0.2, output: 2.5 },
  "grok-4-fast-reasoning": { input: 0.2, cachedInput: 0.05, output: 0.5 },
};

/** USD 5 per 1,000 web searches; what they bring in is billed as input tokens. */
const searchMicros = 5_000;
const ticksPerMicro = 10_000;

/** Micros that a response cost, rounded up: by its own bill, else by the price list; null where neither says. */
export function costOfXai(model: string, bill: XaiUsage, usage: AnswerUsage): number | null {
  if (bill.cost_in_usd_ticks != null) return Math.ceil(bill.cost_in_usd_ticks / ticksPerMicro);
  const price = tokenPrices[model];
  if (!price || usage.inputTokens === null || usage.outputTokens === null) return null;
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const tokens =
    (usage.inputTokens - cached) * price.input +
    cached * price.cachedInput +
    usage.outputTokens * price.output;
  return Math.ceil(tokens) + (usage.searches ?? 0) * searchMicros;
}
