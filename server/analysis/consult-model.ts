import { logger } from "@/server/kernel/logger";
import { ok, type Result } from "@/server/kernel/result";
import { keepAnswer, keyOf, readExact, readSimilar, withVector } from "./cache/analysis-cache";
import type { AnalysisTask } from "./define-task";
import { askModel } from "./model/ask-model";
import { type FailedAnswer, frameRequest, tokenBound } from "./model/frame-request";
import type { EmbeddingSettings, ModelSettings } from "./model/model-status";
import { holdTokens } from "./tokens/hold-tokens";
import { settleTokens } from "./tokens/settle-tokens";

/** What one model holds of an input, or why it holds nothing. */
export type Consulted<Output> =
  | {
      readonly kind: "opinion";
      readonly value: Output;
      readonly confidence: number;
      readonly cached: "exact" | "similar" | null;
    }
  | { readonly kind: "allowance_used" }
  | { readonly kind: "unusable" }
  | { readonly kind: "unavailable"; readonly words: string };

export interface ModelSetup {
  readonly settings: ModelSettings;
  readonly embeddings: EmbeddingSettings | null;
}

/**
 * One model's opinion: from the cache, or by a call whose tokens were held before and are settled after it. What can't be
 * used is repaired once. Refuses only what the database refuses.
 */
export async function consultModel<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
  input: Input,
  model: string,
  { settings, embeddings }: ModelSetup,
): Promise<Result<Consulted<Output>>> {
  const exactKey = keyOf(task, input, model);
  const exact = await readExact(task, input, exactKey);
  if (!exact.ok) return exact;
  if (exact.value) return ok(fromCache(exact.value));
  const key = await withVector(task, input, exactKey, embeddings);
  const similar = await readSimilar(task, key);
  if (!similar.ok) return similar;
  if (similar.value) return ok(fromCache(similar.value));

  let failed: FailedAnswer | null = null;
  for (let attempt = 0; attempt < 2; attempt += 1) {
    const called: Result<Called<Raw, Output>> = await call(task, input, model, settings, failed);
    if (!called.ok) return called;
    if (called.value.kind === "failed") {
      failed = called.value.failed;
      continue;
    }
    if (called.value.kind !== "opinion") return ok(called.value);
    const { raw, ...opinion } = called.value;
    const kept = await keepAnswer(key, raw);
    return kept.ok ? ok(opinion) : kept;
  }
  return ok({ kind: "unusable" });
}

function fromCache<Output>(cached: {
  readonly value: Output;
  readonly confidence: number;
  readonly how: "exact" | "similar";
}): Consulted<Output> {
  return { kind: "opinion", value: cached.value, confidence: cached.confidence, cached: cached.how };
}

type Called<Raw, Output> =
  | (Extract<Consulted<Output>, { kind: "opinion" }> & { readonly raw: Raw })
  | Extract<Consulted<Output>, { kind: "allowance_used" | "unavailable" }>
  | { readonly kind: "failed"; readonly failed: FailedAnswer };

/** One call: tokens held, model asked, tokens settled, answer held against the input. */
async function call<Input, Raw, Output>(
  task: AnalysisTask<Input, Raw, Output>,
  input: Input,
  model: string,
  settings: ModelSettings,
  failed: FailedAnswer | null,
): Promise<Result<Called<Raw, Output>>> {
  const framed = frameRequest(task, input);
  const hold = await holdTokens(tokenBound(task, framed, failed));
  if (!hold.ok) return hold;
  if (hold.value === null) return ok({ kind: "allowance_used" });
  const reply = await askModel({ settings, model, task, framed, failed });
  const settled = await settleTokens(hold.value, usedBy(reply));
  if (!settled.ok) return settled;
  if (reply.kind === "unavailable") {
    logger.warn({ task: task.id, model, words: reply.words }, "the analysis model gave no answer");
    return ok({ kind: "unavailable", words: reply.words });
  }
  if (reply.kind === "invalid") return ok({ kind: "failed", failed: reply });
  const accepted = task.accept(reply.raw, input);
  if (!accepted.ok) return ok({ kind: "failed", failed: { text: reply.text, problem: accepted.problem } });
  const { value, confidence } = accepted;
  return ok({ kind: "opinion", value, confidence, cached: null, raw: reply.raw });
}

function usedBy(reply: Awaited<ReturnType<typeof askModel>>): number | null {
  if (reply.kind === "unavailable") return reply.mayHaveBeenUsed ? null : 0;
  return reply.tokens;
}
