import type { Interval } from "../contract";
import { normalQuantile, TWO_SIDED } from "./quantiles";

/** A share with the number of observations behind it; `n` may be an effective, fractional number. */
export interface Observed {
  readonly rate: number;
  readonly n: number;
}

export interface CorrectedRate {
  readonly rate: number;
  readonly interval: Interval;
}

/**
 * A rate corrected for an extractor that errs: (raw + specificity − 1)/(sensitivity + specificity − 1), clipped to
 * [0, 1], with a 95 % interval that carries the doubt about all three. `raw.n` is the size behind the interval meant
 * (n_eff for the panel, n/DEFF for the market). Null where the extractor does no better than chance, or nothing was seen.
 * Source: Rogan & Gladen 1978, "Estimating prevalence from the results of a screening test", Am. J. Epidemiology 107;
 * interval: Lang & Reiczigel 2014, "Confidence limits for prevalence of disease adjusted for estimated sensitivity and
 * specificity", Preventive Veterinary Medicine 113.
 */
export function correctRate(
  raw: Observed,
  sensitivity: Observed,
  specificity: Observed,
): CorrectedRate | null {
  const youden = sensitivity.rate + specificity.rate - 1;
  if (youden <= 0 || raw.n <= 0 || sensitivity.n <= 0 || specificity.n <= 0) return null;
  const z = normalQuantile(TWO_SIDED);
  const seen = added(raw, z ** 2);
  const sees = added(sensitivity, 2);
  const spares = added(specificity, 2);
  const better = sees.rate + spares.rate - 1;
  if (better <= 0) return null;

  const centre = (seen.rate + spares.rate - 1) / better;
  const hitDoubt = variance(sees);
  const missDoubt = variance(spares);
  const shift = 2 * z ** 2 * (centre * hitDoubt - (1 - centre) * missDoubt);
  const spread = variance(seen) + centre ** 2 * hitDoubt + (1 - centre) ** 2 * missDoubt;
  const half = (z * Math.sqrt(spread)) / better;
  const rate = clip((raw.rate + specificity.rate - 1) / youden);
  return {
    rate,
    interval: {
      low: Math.min(rate, clip(centre + shift - half)),
      high: Math.max(rate, clip(centre + shift + half)),
    },
  };
}

/** `count` made-up observations more, half of them hits (Agresti & Coull 1998). */
function added({ rate, n }: Observed, count: number): Observed {
  return { rate: (rate * n + count / 2) / (n + count), n: n + count };
}

function variance({ rate, n }: Observed): number {
  return (rate * (1 - rate)) / n;
}

function clip(share: number): number {
  return Math.min(1, Math.max(0, share));
}
