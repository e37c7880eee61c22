import { STANCES, type Stance } from "@/server/extraction/contract";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";

/** A passage whose stance somebody decided by reading. */
export type StancePassage = {
  readonly language: string;
  readonly brand: string;
  readonly stance: Stance;
  readonly why: string;
  readonly text: string;
};

export type StanceScore = {
  /** Mean over the stances of their F1; a stance that never occurs counts for nothing. */
  readonly macroF1: number;
  readonly accuracy: number;
  readonly f1: Readonly<Record<Stance, number>>;
  /** `counts[expected][found]`. */
  readonly counts: Readonly<Record<Stance, Readonly<Record<Stance, number>>>>;
};

export type StanceOutcome = {
  readonly expected: Stance;
  readonly found: Stance;
  /** Of the rules; left out where the brand wasn't found. */
  readonly confidence?: number;
};

export type StanceMention = { readonly stance: Stance; readonly stanceConfidence: number };

function emptyCounts(): Record<Stance, Record<Stance, number>> {
  const row = () => ({ recommended: 0, listed: 0, neutral: 0, cautioned: 0, negative: 0 });
  return { recommended: row(), listed: row(), neutral: row(), cautioned: row(), negative: row() };
}

/** Macro-F1, accuracy and the table of confusions of judgements against what was expected. */
export function scoreStances(outcomes: readonly StanceOutcome[]): StanceScore {
  const counts = emptyCounts();
  for (const { expected, found } of outcomes) counts[expected][found] += 1;
  const f1 = { recommended: 0, listed: 0, neutral: 0, cautioned: 0, negative: 0 };
  let sum = 0;
  let occurring = 0;
  for (const stance of STANCES) {
    const hits = counts[stance][stance];
    const expected = STANCES.reduce((total, found) => total + counts[stance][found], 0);
    const found = STANCES.reduce((total, wanted) => total + counts[wanted][stance], 0);
    f1[stance] = expected + found === 0 ? 0 : (2 * hits) / (expected + found);
    if (expected > 0) {
      sum += f1[stance];
      occurring += 1;
    }
  }
  const right = outcomes.filter(({ expected, found }) => expected === found).length;
  return {
    macroF1: occurring === 0 ? 0 : sum / occurring,
    accuracy: outcomes.length === 0 ? 0 : right / outcomes.length,
    f1,
    counts,
  };
}

/** What the whole extractor says of a passage's brand, tracked alone; null where it doesn't find the brand at all. */
export function stanceOfPassage(passage: StancePassage): Stance | null {
  return mentionOfPassage(passage)?.stance ?? null;
}

/** The same with its confidence. */
export function mentionOfPassage({ brand, text }: StancePassage): StanceMention | null {
  const brandSet = compileBrandSet([{ id: brand, name: brand, aliases: [], domains: [], own: true }]);
  return extractAnswer({ text, prompt: null, sources: [], brandSet }).mentions[0] ?? null;
}
