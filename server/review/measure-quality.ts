import { normalQuantile, TWO_SIDED, wilson } from "@/server/metrics";
import { agreement } from "./agreement";
import { ENOUGH, type MeasuredRate, type QualityDto, type ReviewQuestion } from "./contract";

/** One question that was drawn, with what was said to it so far: one word a person. */
export interface DrawnFact {
  /** As 2026-11. */
  readonly month: string;
  readonly extractorVersion: string;
  readonly question: ReviewQuestion;
  readonly verdicts: readonly { readonly verdict: string; readonly brands: readonly string[] }[];
}

/**
 * How good the extractor is, from drawn facts alone: what is reviewed for its low confidence is wrong more often than the
 * rest. A fact counts once somebody decided it and nobody said otherwise. A name that is another brand's is wrong for the
 * one and missed for the other.
 */
export function measureQuality(facts: readonly DrawnFact[]): QualityDto {
  const questions = [...Map.groupBy(facts, ({ question }) => question).values()].map((of) =>
    of.flatMap(({ verdicts: [first, second] }) =>
      first && second ? [[wordOf(first), wordOf(second)] as const] : [],
    ),
  );
  const groups = Map.groupBy(facts, (fact) => `${fact.month} ${fact.extractorVersion}`);
  const months = [...groups.values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...monthOf(first), ...measure(group) }] : [];
  });
  const newest = months.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1));
  return { agreement: agreement(questions), months: newest };
}

const monthOf = ({ month, extractorVersion }: DrawnFact) => ({ month, extractorVersion });
const keyOf = ({ month, extractorVersion }: { month: string; extractorVersion: string }) =>
  `${month} ${extractorVersion}`;

function wordOf({ verdict, brands }: DrawnFact["verdicts"][number]): string {
  return [verdict, ...brands.toSorted()].join(" ");
}

function measure(facts: readonly DrawnFact[]) {
  let [right, wrong, missed, disputed] = [0, 0, 0, 0];
  for (const { question, verdicts } of facts) {
    const [first, second] = verdicts;
    if (!first) continue;
    if (second && wordOf(first) !== wordOf(second)) {
      disputed += 1;
      continue;
    }
    missed += first.brands.length;
    if (question === "missed") continue;
    if (first.verdict === "yes") right += 1;
    else wrong += 1;
  }
  return { precision: rateOf(right, right + wrong), recall: rateOf(right, right + missed), disputed };
}

function rateOf(right: number, of: number): MeasuredRate {
  if (of < ENOUGH) return { right, of, rate: null, interval: null };
  const rate = right / of;
  return { right, of, rate, interval: wilson(rate, of, normalQuantile(TWO_SIDED)) };
}
