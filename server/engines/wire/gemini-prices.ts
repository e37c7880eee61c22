import type { AnswerUsage } from "../contract";

interface TokenPrice {
  /** Micros (millionths of a US dollar) per token; thinking is billed as output. */
  readonly input: number;
  readonly output: number;
}

/**
 * By the start of the model's name. Source: ai.google.dev, "Gemini API pricing", as of 20 September 2026. Gemini 3.8 Flash
 * costs half of this until 31 December 2026; a body has no date, so the price of afterwards stands here: never too low.
 */
const tokenPrices: readonly (readonly [string, TokenPrice])[] = [
  ["gemini-3.8-flash", { input: 1.5, output: 7.5 }],
  ["gemini-3.5-flash", { input: 1.5, output: 9 }],
  ["gemini-2.5-flash", { input: 0.3, output: 2.5 }],
];

/** USD 14 per 1,000 queries that the model sends to Google Search (Gemini 3), without the free ones of each month. */
const queryMicros = 14_000;

/** Micros that an answer cost at list price, rounded up, cached input at full price; null without a price or token counts. */
export function costOfGemini(model: string | null, usage: AnswerUsage): number | null {
  const price = tokenPrices.find(([name]) => model === name || model?.startsWith(`${name}-preview`))?.[1];
  if (!price || usage.inputTokens === null || usage.outputTokens === null) return null;
  const tokens = usage.inputTokens * price.input + usage.outputTokens * price.output;
  return Math.ceil(tokens) + (usage.searches ?? 0) * queryMicros;
}
