import type { Stance } from "@/server/extraction/contract";
import type { Reading } from "./reading";

/** How sure one is of a stance that another naming of the same brand contradicts. */
const CONTRADICTED = 0.5;

/** A reading, and whether it is of the item that the brand is. */
export type PlacedReading = Reading & { readonly item: boolean };

const JUDGED: readonly Stance[] = ["negative", "recommended", "cautioned"];

/** The surest reading of any of the stances; of two as sure, the one whose stance comes first. */
function surest(readings: readonly PlacedReading[], stances: readonly Stance[]): PlacedReading | undefined {
  let best: PlacedReading | undefined;
  for (const stance of stances)
    for (const reading of readings)
      if (reading.stance === stance && (best === undefined || reading.confidence > best.confidence))
        best = reading;
  return best;
}

/**
 * One stance out of what each naming says. Advice for or against outweighs a reservation, the item itself what is said
 * elsewhere; a brand that is only named elsewhere is `listed` when it is an item, else `neutral`.
 */
export function weighReadings(readings: readonly PlacedReading[]): Reading {
  const ofItem = readings.filter(({ item }) => item);
  const chosen =
    surest(ofItem, JUDGED) ??
    surest(readings, ["negative"]) ??
    surest(readings, ["recommended", "cautioned"]);
  if (chosen === undefined) {
    return (
      surest(readings, ["listed"]) ??
      surest(readings, ["neutral"]) ?? { stance: "neutral", confidence: CONTRADICTED }
    );
  }
  const { stance, confidence } = chosen;
  const disputed = readings.some(
    (reading) =>
      JUDGED.includes(reading.stance) && (reading.stance === "negative") !== (stance === "negative"),
  );
  return { stance, confidence: disputed ? Math.min(confidence, CONTRADICTED) : confidence };
}
