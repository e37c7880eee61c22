import {
  type AnswerOutcome,
  type CellSample,
  findMetric,
  type IntraPromptCorrelation,
  intraPromptCorrelation,
  jaccard,
  METHOD_VERSION,
  type MetricRow,
  NAMES_ALONE,
  type PromptCount,
  pooledIntraPromptCorrelation,
  rankBiasedOverlap,
  TWO_SIDED,
  tQuantile,
} from "@/server/metrics";
import type { ReadAnswer, ReadCell } from "./read-cells";

/** A mean over the questions, with a 95 % interval (t) that takes the questions as what varies. */
export interface QuestionMean {
  readonly mean: number;
  readonly low: number;
  readonly high: number;
}

/** How alike two answers are, for each kind of pair. */
export interface Likeness {
  /** Jaccard of the brands named. */
  readonly brands: QuestionMean;
  /** RBO (p = 0.9) of their order. */
  readonly order: QuestionMean;
  /** Pairs with different first recommendations, among those that have both. */
  readonly firstDiffers: QuestionMean;
}

type Pair = readonly [ReadAnswer, ReadAnswer];

/** Pairs of repeats: one prompt, one engine. */
export function betweenRepeats(cells: readonly ReadCell[]): Likeness {
  return likeness(cells, (question) => question.flatMap(({ answers }) => pairsWithin(answers)));
}

/** Pairs of different wordings of one question on one engine. */
export function betweenWordings(cells: readonly ReadCell[]): Likeness {
  return likeness(cells, (question) =>
    pairsWithin(question).flatMap(([one, other]) => pairsAcross(one.answers, other.answers)),
  );
}

/** Pairs of two engines on one prompt. */
export function betweenEngines(cells: readonly ReadCell[]): Likeness {
  return likeness(cells, (question) =>
    pairsWithin(question)
      .filter(([one, other]) => one.prompt === other.prompt)
      .flatMap(([one, other]) => pairsAcross(one.answers, other.answers)),
  );
}

/** The control: each question's answers against those of the next question. */
export function betweenQuestions(cells: readonly ReadCell[]): Likeness {
  const answers = [...Map.groupBy(cells, ({ question }) => question).values()].map((own) =>
    own.flatMap((cell) => cell.answers),
  );
  const next = new Map(answers.map((own, index) => [own[0], answers[(index + 1) % answers.length] ?? []]));
  return likeness(cells, (question) => {
    const own = question.flatMap((cell) => cell.answers);
    return pairsAcross(own, next.get(own[0]) ?? []);
  });
}

function likeness(
  cells: readonly ReadCell[],
  pairsOf: (question: readonly ReadCell[]) => readonly Pair[],
): Likeness {
  const questions = [...Map.groupBy(cells, ({ question }) => question).values()].map(pairsOf);
  const over = (of: (pair: Pair) => number | null) =>
    meanOverQuestions(
      questions.map((pairs) =>
        pairs.flatMap((pair) => {
          const value = of(pair);
          return value === null ? [] : [value];
        }),
      ),
    );
  const silent = ([one, other]: Pair) => one.named.length === 0 && other.named.length === 0;
  return {
    brands: over((pair) => (silent(pair) ? null : jaccard(pair[0].named, pair[1].named))),
    order: over((pair) => (silent(pair) ? null : rankBiasedOverlap(pair[0].named, pair[1].named))),
    firstDiffers: over(([one, other]) =>
      one.first === null || other.first === null ? null : Number(one.first !== other.first),
    ),
  };
}

function meanOverQuestions(questions: readonly (readonly number[])[]): QuestionMean {
  const means = questions.filter((values) => values.length > 0).map(meanOf);
  const mean = meanOf(means);
  const variance = means.reduce((sum, own) => sum + (own - mean) ** 2, 0) / (means.length - 1);
  const reach = tQuantile(TWO_SIDED, means.length - 1) * Math.sqrt(variance / means.length);
  return { mean, low: Math.max(0, mean - reach), high: Math.min(1, mean + reach) };
}

/** The brands named in most answers of all cells, by how many. */
export function mostNamed(cells: readonly ReadCell[], count: number): string[] {
  const named = cells.flatMap(({ answers }) => answers.flatMap((answer) => answer.named));
  const groups = [...Map.groupBy(named, (brand) => brand)];
  groups.sort((a, b) => b[1].length - a[1].length || (a[0] < b[0] ? -1 : 1));
  return groups.slice(0, count).map(([brand]) => brand);
}

/** The product's presence of a brand in these cells, all of one engine. */
export function presenceOf(cells: readonly ReadCell[], brand: string): MetricRow {
  const metric = findMetric("presence");
  if (metric?.scope !== "brand") throw new Error("presence is a metric of brands");
  const days = cells.flatMap(({ answers }) => answers.map(({ day }) => day)).sort();
  const value = metric.compute(
    {
      window: { start: days[0] ?? "2025-01-01", days: 7 },
      own: brand,
      brands: [brand],
      cells: cells.map(toSample),
    },
    brand,
  );
  return { ...value, metricId: metric.id, method: METHOD_VERSION, brandId: brand };
}

function toSample({ prompt, answers }: ReadCell): CellSample {
  return {
    promptId: prompt,
    intent: "category",
    unanswered: { failed: 0, orphaned: 0, cancelled: 0 },
    answers: answers.map(
      ({ isEmpty, day, named }): AnswerOutcome => ({
        state: isEmpty ? "empty" : "answered",
        day,
        named,
        ...NAMES_ALONE,
        planned: false,
      }),
    ),
  };
}

/** How alike the answers to one prompt are in naming a brand, over all prompts. */
export function correlationOf(cells: readonly ReadCell[], brand: string): IntraPromptCorrelation | null {
  return intraPromptCorrelation(countsOf(cells, brand));
}

/** The same among the wordings of one question, pooled over questions and brands. */
export function correlationOfWordings(cells: readonly ReadCell[]): IntraPromptCorrelation | null {
  const questions = [...Map.groupBy(cells, ({ question }) => question).values()];
  return pooledIntraPromptCorrelation(
    questions.map((question) => mostNamed(question, Infinity).map((brand) => countsOf(question, brand))),
  );
}

function countsOf(cells: readonly ReadCell[], brand: string): PromptCount[] {
  return cells.map(({ answers }) => ({
    hits: answers.filter(({ named }) => named.includes(brand)).length,
    n: answers.length,
  }));
}

/** Brands named in an answer, on average. */
export function brandsAnAnswer(cells: readonly ReadCell[]): number {
  return meanOf(cells.flatMap(({ answers }) => answers.map(({ named }) => named.length)));
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function pairsWithin<T>(items: readonly T[]): [T, T][] {
  return items.flatMap((one, index) => items.slice(index + 1).map((other): [T, T] => [one, other]));
}

function pairsAcross<T>(ones: readonly T[], others: readonly T[]): [T, T][] {
  return ones.flatMap((one) => others.map((other): [T, T] => [one, other]));
}
