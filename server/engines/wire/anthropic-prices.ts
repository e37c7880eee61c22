import type { AnthropicUsage } from "./anthropic-shape";

interface TokenPrice {
  /** Micros (millionths of a US dollar) per token, as on Anthropic's price page. */
  readonly input: number;
  readonly cacheWrite: number;
  readonly cacheRead: number;
  readonly output: number;
  /** Where a long prompt costs more: from how many tokens, and how many times as much. */
  readonly long?: { readonly above: number; readonly times: number };
}

/** By the start of the model's name. Source: platform.claude.com, "Claude Haiku 5.5" and "Pricing", as of October 2026. */
const tokenPrices: readonly (readonly [string, TokenPrice])[] = [
  [
    "claude-haiku-5-5",
    { input: 0.1, cacheWrite: 0.125, cacheRead: 0.01, output: 0.5, long: { above: 100_000, times: 5 } },
  ],
  ["claude-haiku-4-5", { input: 1, cacheWrite: 1.25, cacheRead: 0.1, output: 5 }],
  ["claude-sonnet-4", { input: 3, cacheWrite: 3.75, cacheRead: 0.3, output: 15 }],
];

/** USD 10 per 1,000 searches (a search that failed isn't billed); what they bring in is billed as input tokens. */
const searchMicros = 10_000;

/** Micros that one reply cost at list price, rounded up; null for a model without a known price or without token counts. */
export function costOfMessage(model: string, usage: AnthropicUsage): number | null {
  const price = tokenPrices.find(([prefix]) => model === prefix || model.startsWith(`${prefix}-`))?.[1];
  const { input_tokens: input, output_tokens: output } = usage;
  if (!price || input == null || output == null) return null;
  const written = usage.cache_creation_input_tokens ?? 0;
  const read = usage.cache_read_input_tokens ?? 0;
  const times = price.long && input + written + read > price.long.above ? price.long.times : 1;
  const tokens =
    input * price.input + written * price.cacheWrite + read * price.cacheRead + output * price.output;
  return Math.ceil(tokens * times) + (usage.server_tool_use?.web_search_requests ?? 0) * searchMicros;
}
