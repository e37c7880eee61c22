import { citationRate, citationTrials } from "../definitions/citation-rate";
import { completion } from "../definitions/completion";
import { presence, presenceTrials } from "../definitions/presence";
import { METHOD_VERSION } from "../registry";
import { type TrialRule, trialsById } from "../trials-by-prompt";
import type { WindowSample } from "../window-sample";
import type { ComparedWindow, Comparison } from "./judge-sweep";

/** The metrics whose changes are tested: rates of answers to unbranded prompts. */
const TESTED: readonly { readonly metricId: string; readonly trials: (brandId: string) => TrialRule }[] = [
  { metricId: presence.id, trials: presenceTrials },
  { metricId: citationRate.id, trials: citationTrials },
];

/** A window's sample with what its answers were made and read with. */
export interface MadeSample extends WindowSample {
  readonly panel: string;
  readonly models: readonly string[];
  readonly contracts: readonly string[];
  readonly extractors: readonly string[];
  readonly brandSets: readonly string[];
}

export interface SampleComparison extends Comparison {
  readonly metricId: string;
  readonly brandId: string;
}

/** A comparison for each tested metric of each brand that both windows declare. Both are counted by today's method. */
export function compareSamples(before: MadeSample, after: MadeSample): SampleComparison[] {
  const declared = new Set(before.brands);
  const [was, is] = [comparedWindow(before), comparedWindow(after)];
  return after.brands
    .filter((brandId) => declared.has(brandId))
    .flatMap((brandId) =>
      TESTED.map(({ metricId, trials }) => ({
        metricId,
        brandId,
        before: { ...was, trials: trialsById(before, trials(brandId)) },
        after: { ...is, trials: trialsById(after, trials(brandId)) },
      })),
    );
}

function comparedWindow(sample: MadeSample): Omit<ComparedWindow, "trials"> {
  const { panel, models, contracts, extractors, brandSets } = sample;
  return {
    method: METHOD_VERSION,
    panel,
    extractor: extractors.join(" "),
    brandSet: brandSets.join(" "),
    contract: contracts.join(" "),
    models,
    completion: completion.compute(sample).value,
  };
}
