import type { Reading } from "./reading";

/** How sure one is of a stance that another naming of the same brand contradicts. */
const CONTRADICTED = 0.5;

/** A reading, and whether it is of the item that the brand is. */
export type PlacedReading = Reading & { readonly item: boolean };

function surest(readings: readonly PlacedReading[]): PlacedReading | undefined {
  return readings.reduce<PlacedReading | undefined>(
    (best, reading) => (best === undefined || reading.confidence > best.confidence ? reading : best),
    undefined,
  );
}

/**
 * One stance out of what each naming says. Advice for or against outweighs a reservation, the item itself what is said
 * elsewhere; a brand that is only named elsewhere is `listed` when it is an item, else `neutral`.
 */
export function weighReadings(readings: readonly PlacedReading[]): Reading {
  const of = (stance: Reading["stance"]) => readings.filter((reading) => reading.stance === stance);
  const [against, pick, caution] = [of("negative"), of("recommended"), of("cautioned")];
  const judged = [...against, ...pick, ...caution];
  const inItem = surest(judged.filter(({ item }) => item));
  const chosen = inItem ?? surest(against) ?? surest(pick.length > 0 ? [...pick, ...caution] : caution);
  if (chosen === undefined) {
    return surest(of("listed")) ?? surest(of("neutral")) ?? { stance: "neutral", confidence: CONTRADICTED };
  }
  const { stance, confidence } = chosen;
  const disputed = judged.some((reading) => (reading.stance === "negative") !== (stance === "negative"));
  return { stance, confidence: disputed ? Math.min(confidence, CONTRADICTED) : confidence };
}
