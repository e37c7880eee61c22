import { type CharacterReading, foldedUnit, NOT_ONE_UNIT, readCharacter } from "./character-reader";

const MOST_ROUNDS = 4;

/**
 * Folds text for matching: NFKC, lower case, accents of Latin, Greek and Cyrillic off, invisible characters and
 * markdown's backslash escapes out, hyphens to spaces. For names; a text is folded while it is scanned (find-hits.ts).
 */
export function foldText(text: string): string {
  let folded = foldOnce(text);
  // What comes out may itself fold: a quadruple prime gives four primes, and a prime an apostrophe.
  for (let round = 0; round < MOST_ROUNDS; round += 1) {
    const again = foldOnce(folded);
    if (again === folded) break;
    folded = again;
  }
  return folded;
}

function foldOnce(text: string): string {
  const reading: CharacterReading = { folded: "", end: 0 };
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at = reading.end) {
    const unit = foldedUnit(text.charCodeAt(at));
    if (unit === NOT_ONE_UNIT) {
      readCharacter(text, at, reading);
      pieces.push(reading.folded);
    } else {
      reading.end = at + 1;
      pieces.push(String.fromCharCode(unit));
    }
  }
  return pieces.join("");
}
