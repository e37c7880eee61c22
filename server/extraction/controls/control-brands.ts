import type { BrandDefinition } from "@/server/extraction/extraction-types";
import { stableHash } from "@/server/extraction/matching/stable-hash";
import { foldName } from "@/server/extraction/normalise/fold-name";

/** A syllable of few languages each: what they make is no word, and hardly anybody's name. */
const OPENINGS = [
  "Zv",
  "Kr",
  "Vl",
  "Tw",
  "Dz",
  "Pl",
  "Gn",
  "Br",
  "Mv",
  "Sk",
  "Fr",
  "Dr",
  "Hr",
  "Kv",
  "Gr",
  "Zl",
];
const MIDDLES = ["ovi", "elu", "aki", "umo", "eri", "ola", "ivu", "aru", "eno", "ubi", "ozi", "ake"];
const ENDINGS = ["bryn", "dax", "quil", "vorn", "mik", "stal", "zor", "nex", "gund", "pell", "trix", "harn"];

/** The ways in which brands are written, as the matcher tells them apart: one word, a short one, two, a capital within. */
const SHAPES: readonly ((draw: Draw) => string)[] = [
  (draw) => `${draw(OPENINGS)}${draw(MIDDLES)}${draw(ENDINGS)}`,
  (draw) => `${draw(OPENINGS)}${draw(MIDDLES)}`,
  (draw) => `${draw(OPENINGS)}${draw(MIDDLES)} ${draw(OPENINGS)}${draw(MIDDLES)}x`,
  (draw) => `${draw(OPENINGS)}${draw(MIDDLES)}${capital(draw(ENDINGS))}`,
];

type Draw = (from: readonly string[]) => string;

/**
 * Made-up brands that nobody tracks and no engine knows: where the matcher finds one, it has erred. The same ones for the
 * same own brand, whatever it is called by now; none shares a name or a part of one with a brand of the set. None without
 * an own brand.
 */
export function controlBrands(brands: readonly BrandDefinition[]): BrandDefinition[] {
  const own = brands.find((brand) => brand.own);
  if (!own) return [];
  const taken = brands.flatMap((brand) => [brand.name, ...brand.aliases, ...brand.domains]).map(foldName);
  return SHAPES.map((shape, place) => {
    const name = firstFree(taken, (attempt) => shape(drawFrom(`${own.id} ${place} ${attempt}`)));
    taken.push(foldName(name));
    return { id: name, name, aliases: [], domains: [], own: false };
  });
}

function firstFree(taken: readonly string[], nameOf: (attempt: number) => string): string {
  for (let attempt = 0; ; attempt += 1) {
    const name = nameOf(attempt);
    const folded = foldName(name);
    // After so many the set itself is made of these syllables: then a name that isn't quite another's will do.
    const clash = attempt < 100 ? taken.some((other) => overlap(folded, other)) : taken.includes(folded);
    if (!clash) return name;
  }
}

function overlap(one: string, other: string): boolean {
  return other !== "" && (one.includes(other) || other.includes(one));
}

function drawFrom(seed: string): Draw {
  let drawn = 0;
  return (from) => {
    const hash = stableHash(stableHash(`${drawn++} ${seed}`));
    return from[Math.floor((Number.parseInt(hash.slice(-12), 16) / 2 ** 48) * from.length)] ?? "";
  };
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}
