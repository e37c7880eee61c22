import { kindOf } from "../cache/text-guard";

const DIMENSIONS = 256;
const HARMLESS = 0.15;
const TRIGRAM = 0.25;

/**
 * A text as a vector, by its words and their parts: as with a real model, words that mean the same are near, and a "not",
 * another number or two names that changed places hardly show. The same text gives the same vector everywhere.
 */
export function standInEmbedding(text: string): number[] {
  const vector = Array.from({ length: DIMENSIONS }, () => 0);
  const add = (feature: string, weight: number) => {
    const at = fnv(feature) % DIMENSIONS;
    vector[at] = (vector[at] ?? 0) + weight;
  };
  for (const [token] of text.toLowerCase().matchAll(/[\p{L}\p{M}\p{N}]+/gu)) {
    const kind = kindOf(token, false);
    add(kind || token, kind === "" ? HARMLESS : 1);
    for (let at = 0; at + 3 <= kind.length; at += 1) add(`3:${kind.slice(at, at + 3)}`, TRIGRAM);
  }
  const length = Math.hypot(...vector) || 1;
  return vector.map((part) => part / length);
}

function fnv(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}
