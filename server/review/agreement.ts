/** What two people said of the same questions. `kappa` null: by chance alone they would always agree. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  readonly share: number;
  readonly kappa: number | null;
}

type Pairs = readonly (readonly [string, string])[];

/**
 * The share of pairs that agree, and Cohen's kappa over both seats' own frequencies: (share − chance) / (1 − chance). Chance is
 * that within each question: that two people say "yes" to one question and "no" to another is no agreement of theirs.
 * Null without a pair. Source: Cohen 1960, "A coefficient of agreement for nominal scales", EPM 20.
 * @param questions the pairs of each question
 */
export function agreement(questions: readonly Pairs[]): Agreement | null {
  const pairs = questions.reduce((sum, { length }) => sum + length, 0);
  if (pairs === 0) return null;
  const agreed = questions.flat().filter(([first, second]) => first === second).length;
  const share = agreed / pairs;
  const chance = questions.reduce((sum, of) => sum + (of.length / pairs) * chanceOf(of), 0);
  const kappa = chance > 1 - 1e-9 ? null : (share - chance) / (1 - chance);
  return { pairs, agreed, share, kappa };
}

function chanceOf(pairs: Pairs): number {
  return [...new Set(pairs.flat())].reduce((sum, word) => {
    const [first, second] = [0, 1].map((seat) => pairs.filter((pair) => pair[seat] === word).length);
    return sum + ((first ?? 0) * (second ?? 0)) / pairs.length ** 2;
  }, 0);
}
