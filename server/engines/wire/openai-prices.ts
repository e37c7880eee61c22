import type { AnswerUsage } from "../contract";

interface TokenPrice {
  /** Micros (millionths of a US dollar) per token, as on OpenAI's price page. */
  readonly input: number;
  readonly cachedInput: number;
  readonly output: number;
}

/** By model, longest prefix first: a served name carries a date (`gpt-5-mini-2025-08-07`). */
const tokenPrices: readonly (readonly [string, TokenPrice])[] = [
  ["gpt-5-mini", { input: 0.25, cachedInput: 0.025, output: 2 }],
  ["gpt-5-nano", { input: 0.05, cachedInput: 0.005, output: 0.4 }],
];

/** USD 10 per 1,000 web_search calls; what the search brings in is billed as input tokens. */
const searchMicros = 10_000;

/** Micros that a response cost at list price, rounded up; null for a model without a known price or without token counts. */
export function costOfResponse(model: string, usage: AnswerUsage): number | null {
  const price = tokenPrices.find(([prefix]) => model === prefix || model.startsWith(`${prefix}-20`))?.[1];
  if (!price || usage.inputTokens === null || usage.outputTokens === null) return null;
  const cached = Math.min(usage.cachedInputTokens ?? 0, usage.inputTokens);
  const tokens =
    (usage.inputTokens - cached) * price.input +
    cached * price.cachedInput +
    usage.outputTokens * price.output;
  return Math.ceil(tokens) + (usage.searches ?? 0) * searchMicros;
}
