import { isShown } from "../answer-states";
import type { MetricFlag, MetricValue } from "../contract";
import { defineMetric } from "../define-metric";
import { evidenceFor } from "../evidence";
import { nothing } from "../measure-rate";
import { clusterBootstrap, type RatioAnswer, ratioOfMeans } from "../statistics/cluster-bootstrap";
import { seedFrom } from "../statistics/seeded-random";
import { unbrandedCells } from "../trials-by-prompt";
import type { WindowSample } from "../window-sample";

export const shareOfVoice = defineMetric({
  id: "share_of_voice",
  label: "Share of voice",
  unit: "percent",
  better: "higher",
  scope: "brand",
  counted: "mentions",
  description:
    "The brand's part of all mentions of the declared set: own brand and rivals. One mention an answer.",
  formula: "Σ_k m̄_bk / Σ_b' Σ_k m̄_b'k, m̄_bk = the part of prompt k's answers that name brand b",
  denominator:
    "mentions of the declared set in answered, refused and empty answers to prompts that don't name the brand themselves",
  compute: shareOf,
});

function shareOf(sample: WindowSample, brandId: string): MetricValue {
  const declared = new Set(sample.brands);
  const prompts = mentionsByPrompt(sample, declared, brandId);
  const answers = prompts.flat();
  const counts = { n: answers.length, k: prompts.length };
  if (counts.n === 0) return nothing(["no_data"]);
  if (declared.size < 2) return nothing(["no_rivals"], counts);
  const value = ratioOfMeans(prompts);
  if (value === null) return nothing(["no_mentions"], counts);

  const seed = seedFrom(`share_of_voice|${brandId}|${sample.window.start}`);
  const bounds = clusterBootstrap(prompts, seed);
  const flags: MetricFlag[] = bounds.panel === null ? ["no_repeats"] : [];
  return {
    value,
    successes: answers.reduce((total, answer) => total + answer.part, 0),
    total: answers.reduce((total, answer) => total + answer.whole, 0),
    ...counts,
    ...bounds,
    evidence: evidenceFor(counts.k, counts.n),
    flags,
    seed,
  };
}

function mentionsByPrompt(
  sample: WindowSample,
  declared: ReadonlySet<string>,
  brandId: string,
): readonly (readonly RatioAnswer[])[] {
  const byPrompt = new Map<string, RatioAnswer[]>();
  for (const cell of unbrandedCells(sample)) {
    const shown = cell.answers.filter((answer) => isShown(answer.state));
    if (shown.length === 0) continue;
    const mentions = shown.map((answer) => {
      const named = new Set(answer.named.filter((brand) => declared.has(brand)));
      return { part: Number(named.has(brandId)), whole: named.size };
    });
    byPrompt.set(cell.promptId, [...(byPrompt.get(cell.promptId) ?? []), ...mentions]);
  }
  return [...byPrompt.values()];
}
