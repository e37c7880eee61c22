/** What two people said of the same questions. `kappa` null: by chance alone they would always agree. */
export interface Agreement {
  readonly pairs: number;
  readonly agreed: number;
  readonly share: number;
  readonly kappa: number | null;
}

/**
 * The share of pairs that agree, and Cohen's kappa over both seats' own frequencies: (share − chance) / (1 − chance).
 * Null without a pair. Source: Cohen 1960, "A coefficient of agreement for nominal scales", EPM 20.
 */
export function agreement(pairs: readonly (readonly [string, string])[]): Agreement | null {
  if (pairs.length === 0) return null;
  const agreed = pairs.filter(([first, second]) => first === second).length;
  const share = agreed / pairs.length;
  const chance = [...new Set(pairs.flat())].reduce((sum, word) => {
    const [first, second] = [0, 1].map((seat) => pairs.filter((pair) => pair[seat] === word).length);
    return sum + ((first ?? 0) * (second ?? 0)) / pairs.length ** 2;
  }, 0);
  return { pairs: pairs.length, agreed, share, kappa: chance === 1 ? null : (share - chance) / (1 - chance) };
}
