import { isSuppressed } from "../compute-metrics";
import type { SeriesPart, Shortfall, Verdict } from "../contract";
import { EVIDENCE_RULES } from "../evidence";
import { adjustForSweep, FALSE_DISCOVERY_RATE } from "../statistics/benjamini-hochberg";
import { type Change, type PairedPrompt, testChange } from "../statistics/change-test";
import type { Trial } from "../trials-by-prompt";

/** One metric of one brand (or engine) in one window, as far as a comparison needs it. */
export interface ComparedWindow {
  /** Versions of what made the numbers; models are those that served the answers, in any order. */
  readonly method: string;
  readonly panel: string;
  readonly extractor: string;
  readonly brandSet: string;
  readonly contract: string;
  readonly models: readonly string[];
  /** Share of the window's asks that came back usable; null where nothing was planned. */
  readonly completion: number | null;
  /** The metric's denominator, by prompt id. */
  readonly trials: ReadonlyMap<string, readonly Trial[]>;
}

export interface Comparison {
  readonly before: ComparedWindow;
  readonly after: ComparedWindow;
}

/** The error that one comparison by itself may make. */
export const SIGNIFICANCE = 0.05;

/**
 * The verdicts of one sweep: all comparisons that an org looks at together, in the order given. *changed* needs both
 * p ≤ 0.05, so that a sweep of one keeps its promise and the verdict agrees with its interval, and an adjusted p of at
 * most 0.10 in the sweep. Only prompts in both windows count. A comparison that isn't tested doesn't enter the sweep.
 * Source: methodology v1, "Change".
 */
export function judgeSweep(comparisons: readonly Comparison[]): Verdict[] {
  const looks = comparisons.map(look);
  const adjusted = adjustForSweep(looks.flatMap((found) => (found.kind === "tested" ? [found.p] : [])));
  let next = 0;
  return looks.map((found) => {
    if (found.kind !== "tested") return found;
    const adjustedP = adjusted[next++] ?? 1;
    const { difference, low, high, p, detectable, prompts } = found;
    const isChange = p <= SIGNIFICANCE && adjustedP <= FALSE_DISCOVERY_RATE;
    const kind = isChange ? "changed" : "no_detectable_change";
    return { kind, difference, low, high, p, adjustedP, detectable, prompts };
  });
}

type Untested = Exclude<Verdict, { kind: "changed" | "no_detectable_change" }>;

function look({ before, after }: Comparison): Change | Untested {
  const parts = brokenParts(before, after);
  if (parts.length > 0) return { kind: "series_break", parts };
  const pairs = pairsOf(before, after);
  const why = shortfall(before, after, pairs);
  if (why !== null) return { kind: "not_enough_data", why };
  const result = testChange(pairs);
  if (result.kind === "tested") return result;
  return { kind: "not_enough_data", why: result.reason === "one_prompt" ? "few_prompts" : result.reason };
}

function brokenParts(before: ComparedWindow, after: ComparedWindow): SeriesPart[] {
  const versions: [SeriesPart, string, string][] = [
    ["method", before.method, after.method],
    ["panel", before.panel, after.panel],
    ["extractor", before.extractor, after.extractor],
    ["brand_set", before.brandSet, after.brandSet],
    ["contract", before.contract, after.contract],
    ["model", served(before), served(after)],
  ];
  return versions.flatMap(([part, was, is]) => (was === is ? [] : [part]));
}

function served({ models }: ComparedWindow): string {
  return JSON.stringify([...new Set(models)].sort());
}

function pairsOf(before: ComparedWindow, after: ComparedWindow): PairedPrompt[] {
  return [...before.trials].flatMap(([promptId, trials]) => {
    const later = after.trials.get(promptId) ?? [];
    return trials.length > 0 && later.length > 0 ? [{ before: trials, after: later }] : [];
  });
}

function shortfall(
  before: ComparedWindow,
  after: ComparedWindow,
  pairs: readonly PairedPrompt[],
): Shortfall | null {
  if (isSuppressed(before.completion) || isSuppressed(after.completion)) return "low_completion";
  if (pairs.length < EVIDENCE_RULES.early.prompts) return "few_prompts";
  const answers = (of: (pair: PairedPrompt) => readonly Trial[]) =>
    pairs.reduce((total, pair) => total + of(pair).length, 0);
  const least = Math.min(
    answers((pair) => pair.before),
    answers((pair) => pair.after),
  );
  return least < EVIDENCE_RULES.early.answers ? "few_answers" : null;
}
