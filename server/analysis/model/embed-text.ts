import { logger } from "@/server/kernel/logger";
import { boundedFetch } from "./bounded-fetch";
import { loadSdk } from "./load-sdk";
import type { EmbeddingSettings } from "./model-status";
import { unavailable } from "./unavailable";

/** Postgres keeps any number of them; more than this is no embedding. */
const MOST_DIMENSIONS = 8_192;

/**
 * A text as a vector of length 1, or null where the endpoint gives none: similarity is an extra, so its failure is a miss.
 */
export async function embedText(settings: EmbeddingSettings, text: string): Promise<number[] | null> {
  const { baseUrl, apiKey, model, timeoutMs } = settings;
  const { ai, createOpenAICompatible } = await loadSdk();
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const provider = createOpenAICompatible({
      name: "analysis",
      baseURL: baseUrl,
      ...(apiKey === undefined ? {} : { apiKey }),
      fetch: boundedFetch,
    });
    const { embedding } = await ai.embed({
      model: provider.embeddingModel(model),
      value: text,
      maxRetries: 0,
      abortSignal: timeout,
    });
    return unit(embedding);
  } catch (thrown) {
    const { words } = unavailable(thrown, timeout.aborted, timeoutMs);
    logger.warn({ words }, "no embedding: a text is treated as new");
    return null;
  }
}

function unit(vector: readonly number[]): number[] | null {
  const length = Math.hypot(...vector);
  if (vector.length === 0 || vector.length > MOST_DIMENSIONS || !Number.isFinite(length) || length === 0)
    return null;
  return vector.map((part) => part / length);
}
