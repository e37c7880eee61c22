/**
 * Measures the analysis model's semantic cache on hand-made pairs: what it takes for the same and isn't, what of the same it
 * finds, and both without its guard. With ANALYSIS_EMBEDDING_URL and ANALYSIS_EMBEDDING_MODEL set, by that endpoint; else by
 * the stand-in. Run: node scripts/bootstrap.mjs scripts/eval-semantic-cache.ts. Fails when there is a false hit.
 */
import { embeddingSettings, embedText, evaluateSimilarity, startStandIn } from "@/server/analysis";

const configured = embeddingSettings();
const standIn = configured ? null : await startStandIn();
const settings = configured ?? {
  baseUrl: standIn?.url ?? "",
  apiKey: undefined,
  model: "stand-in",
  timeoutMs: 30_000,
};
const measured = await evaluateSimilarity((text) => embedText(settings, text));
await standIn?.close();

const percent = (part: number, all: number) => `${part} of ${all} (${((100 * part) / all).toFixed(0)} %)`;
const lines = [
  `embeddings of ${settings.model}`,
  `near misses taken for the same: ${percent(measured.falseHits.length, measured.nearMisses)}`,
  `  by similarity alone: ${percent(measured.falseHitsUnguarded.length, measured.nearMisses)}`,
  `paraphrases found: ${percent(measured.hits, measured.paraphrases)}`,
  `  by similarity alone: ${percent(measured.hitsUnguarded, measured.paraphrases)}`,
  ...measured.falseHits.map(({ kind, one, other }) => `FALSE HIT (${kind}): "${one}" / "${other}"`),
];
process.stdout.write(`${lines.join("\n")}\n`);
if (measured.falseHits.length > 0) process.exitCode = 1;
