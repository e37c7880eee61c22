import {
  ALERT_THRESHOLD,
  type AnswerState,
  BOOTSTRAP_DRAWS,
  CELL_HIT_SHARE,
  COMPLETION_THRESHOLDS,
  DETECTABLE_POWER,
  EVIDENCE_RULES,
  FALSE_DISCOVERY_RATE,
} from "@/server/metrics";
import type { Methodology, Rule } from "./contract";

const percent = (share: number) => `${Math.round(share * 100)} %`;
const rule = (id: string, title: string, says: string, formula: string | null = null): Rule => ({
  id,
  title,
  says,
  formula,
});

export const SAMPLING: Rule[] = [
  rule(
    "panel",
    "Panel",
    "A frozen list of K prompts. An edited panel is a new version, and numbers of two versions are never joined. Prompts that name the brand themselves are marked as branded and enter no number of a brand.",
  ),
  rule(
    "cell",
    "Cell and repeats",
    "A cell is one prompt on one engine, one surface and one locale. Each is asked several times in a window, m times where nothing is missing: one answer of a language model is a draw, not a fact.",
  ),
  rule(
    "window",
    "Window",
    "Seven UTC days from a Monday. Engines and surfaces are series of their own; nothing is averaged over them, and made-up answers never stand in a series with real ones.",
  ),
  rule(
    "missing",
    "What is missing is said",
    `Asks that failed, and answers that were cut or in error, are missing data, not misses. Below ${percent(COMPLETION_THRESHOLDS.flagged)} completion a window is flagged, below ${percent(COMPLETION_THRESHOLDS.suppressed)} its numbers are withheld and the counts stay.`,
  ),
];

export const STATES: Readonly<Record<AnswerState, string>> = {
  answered: "An answer with words.",
  refused: "The engine declined: a real answer, and a miss for whoever it doesn't name.",
  empty: "An answer without words: a miss, too.",
  no_answer_shown: "The page shows no AI answer: it leaves the denominator, and coverage counts it.",
  truncated: "Cut off by a limit: missing data.",
  provider_error: "The engine or its API failed: missing data, and it costs nothing.",
};

export const INTERVALS: Rule[] = [
  rule(
    "panel_interval",
    "Panel interval: on these prompts",
    "What repeating the same prompts in the same week could have shown. It shrinks with repeats. With one answer a prompt there is none.",
    "v = K⁻² Σ_k x̄_k(1 − x̄_k)/(m_k − 1); Wilson on max(n, V(1 − V)/v)",
  ),
  rule(
    "market_interval",
    "Market interval: on prompts like these",
    "What other prompts of the kind could have shown. It shrinks with prompts, hardly with repeats: answers to one prompt are alike, so a thousand answers to ten prompts know ten prompts.",
    "DEFF = max(1, (s²/K) / (V(1 − V)/n)), s² = Var_k(x̄_k); Wilson on n/DEFF with t of K − 1 degrees of freedom",
  ),
  rule(
    "days",
    "Days that differ",
    "Where an F test at 25 % says that days differ by more than prompts explain, both intervals take the variance between days in, with its own degrees of freedom.",
  ),
  rule(
    "ratios",
    "Shares",
    `Share of voice, citation share and support rate are ratios of means. Their intervals are a bootstrap over prompts (market) and over answers within prompts (panel), ${BOOTSTRAP_DRAWS.toLocaleString("en")} draws, seeded; the seed is stored with the number.`,
  ),
  rule(
    "evidence",
    "When a level may be claimed",
    `From ${EVIDENCE_RULES.level.prompts} prompts on a number is a level, from ${EVIDENCE_RULES.early.prompts} prompts and ${EVIDENCE_RULES.early.answers} answers an early one. Below that only counts and a bound are shown: “3 of 12 answers, 4 prompts (at most 54 %)”. Without any hit the bound is the rule of three.`,
  ),
];

export const CHANGE: Rule[] = [
  rule(
    "test",
    "The test",
    "Two windows are compared prompt by prompt, over the prompts in both, with the variance between prompts or between days, whichever is larger. Asking only whether two intervals overlap, or testing prompts alone, calls changes that days made.",
    "t = D / √max(V_prompt, V_day), df = min(K − 1, 2(days − 1)), D = mean over prompts of the difference",
  ),
  rule(
    "sweep",
    "Many comparisons",
    `All comparisons that an org looks at together are one sweep: Benjamini–Hochberg at q = ${FALSE_DISCOVERY_RATE.toFixed(2)}, and p ≤ 0.05 for each by itself.`,
  ),
  rule(
    "verdicts",
    "Four verdicts",
    `Changed; no detectable change, with the smallest change that would have been found ${percent(DETECTABLE_POWER)} of the time; not enough data; series break: the model served, extractor, brand set, engine contract, panel or method is another one, so nothing is compared.`,
  ),
  rule(
    "alert",
    "Alerts",
    `Only for a change of at least ${Math.round(ALERT_THRESHOLD * 100)} points, and confirmed by a second window against the same baseline.`,
  ),
  rule(
    "streak",
    "Streaks",
    `Consecutive windows that are a hit: of a cell when at least ${percent(CELL_HIT_SHARE)} of its answers name the brand, of a panel when presence reaches the customer's target. A window without data pauses a streak, a miss ends it.`,
  ),
];

export const READING: Rule[] = [
  rule(
    "extractor",
    "Rules first",
    "A deterministic, versioned extractor finds brands, their order, their places in lists, stances and sources, with exact spans. Where the rules can't settle whether a word is the brand it says “ambiguous”, and a model or a person decides; the fact says who did.",
  ),
  rule(
    "mention",
    "Mention and citation",
    "A mention is the brand named in the prose, once an answer. A citation is a page that the engine attached to its answer; a page that it only looked at is retrieved, not cited. Ownership goes by host, never by a part of a name.",
  ),
  rule(
    "quality",
    "Measured on answers labelled by reading",
    "Precision, recall, exact rank and stance with Wilson intervals, below. Each org can measure the same on its own answers by reviewing a random sample.",
  ),
];

export const HONESTY: Rule[] = [
  rule(
    "provenance",
    "Where a number comes from",
    "Formula, denominator, prompts, answers, both intervals, models served, and the versions of method, panel, extractor and brand set stand one press behind each number.",
  ),
  rule(
    "bundle",
    "Recompute it",
    "A week's numbers can be taken away as one file: every answer's outcome, hashes, seeds, and a script that needs nothing but Node and computes each number again to the last digit.",
  ),
  rule("score", "No composite score", "Weights that nobody can check would decide what it says."),
];

export const SOURCES: Methodology["sources"] = [
  {
    title: "Wilson 1927, Probable inference, the law of succession, and statistical inference",
    where: "Journal of the American Statistical Association 22",
    url: "https://doi.org/10.1080/01621459.1927.10502953",
  },
  { title: "Kish 1965, Survey Sampling", where: "Wiley, sections 8.2 and 11.7", url: null },
  { title: "Cochran 1977, Sampling Techniques", where: "Wiley, sections 5.3 and 9.3", url: null },
  {
    title: "Benjamini & Hochberg 1995, Controlling the false discovery rate",
    where: "Journal of the Royal Statistical Society B 57",
    url: "https://doi.org/10.1111/j.2517-6161.1995.tb02031.x",
  },
  {
    title: "Davison & Hinkley 1997, Bootstrap Methods and their Application",
    where: "Cambridge University Press, section 3.8",
    url: "https://doi.org/10.1017/CBO9780511802843",
  },
  {
    title: "Webber, Moffat & Zobel 2010, A similarity measure for indefinite rankings",
    where: "ACM Transactions on Information Systems 28",
    url: "https://doi.org/10.1145/1852102.1852106",
  },
  {
    title: "Liu, Zhang & Liang 2023, Evaluating verifiability in generative search engines",
    where: "arXiv 2304.09848",
    url: "https://arxiv.org/abs/2304.09848",
  },
  {
    title: "Aggarwal et al. 2024, GEO: generative engine optimization",
    where: "KDD, arXiv 2311.09735",
    url: "https://arxiv.org/abs/2311.09735",
  },
  {
    title: "Miller 2024, Adding error bars to evals",
    where: "arXiv 2411.00640",
    url: "https://arxiv.org/abs/2411.00640",
  },
];
