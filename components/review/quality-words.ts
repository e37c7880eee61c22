import { formatNumber } from "@/components/ui/format";
import type { MeasuredRate, QualityDto } from "@/server/review/contract";

const percent = (share: number) => `${(share * 100).toFixed(1)} %`;

/** "97.5 % (92.8–99.1 %), 117 of 120", or its counts where they are too few for a rate. */
export function rateWords({ right, of, rate, interval }: MeasuredRate): string {
  const counts = `${formatNumber(right)} of ${formatNumber(of)}`;
  if (rate === null || interval === null) return counts;
  const ends = `${(interval.low * 100).toFixed(1)}–${percent(interval.high)}`;
  return `${percent(rate)} (${ends}), ${counts}`;
}

/** How far two people agree, with chance taken out where that can be said. */
export function agreementWords(agreement: QualityDto["agreement"]): string {
  if (agreement === null) return "no fact has been decided by two people yet.";
  const { pairs, agreed, share, kappa } = agreement;
  const beyond = kappa === null ? "both always said the same one thing" : `Cohen’s kappa ${kappa.toFixed(2)}`;
  return `they agree on ${formatNumber(agreed)} of ${formatNumber(pairs)} facts (${percent(share)}; ${beyond}).`;
}
