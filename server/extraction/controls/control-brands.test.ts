import { describe, expect, it } from "vitest";
import { extractAnswer } from "../extract-answer";
import type { BrandDefinition } from "../extraction-types";
import { compileBrandSet } from "../matching/compile-brand-set";
import { isOrdinaryWord } from "../matching/ordinary-words";
import { foldName } from "../normalise/fold-name";
import { brand } from "../testing-brands";
import { controlBrands } from "./control-brands";

const own = (id: string, name = "Halvorn"): BrandDefinition => ({ ...brand(name), id, own: true });
const rivals = [brand("Verticore"), brand("Deskona", ["deskona.example"])];
const brands = [own("7d1c"), ...rivals];
const controls = controlBrands(brands);
const names = controls.map(({ name }) => name);

const read = (text: string, prompt: string | null = null) =>
  extractAnswer({
    text,
    prompt,
    sources: [],
    brandSet: compileBrandSet(brands),
    controls: compileBrandSet(controls),
  });

describe("made-up brands", () => {
  it("are the same for the same own brand, whatever it and its rivals are called by now, and others for another", () => {
    expect(controlBrands([own("7d1c", "Halvorn & Sons"), brand("Kestrel")])).toEqual(controls);
    expect(controlBrands([own("another"), ...rivals])).not.toEqual(controls);
    expect(controlBrands(rivals)).toEqual([]);
  });

  it("share no name, and no part of one, with a brand of the set: one that does is made anew", () => {
    const [taken = ""] = names;
    const others = controlBrands([own("7d1c"), brand("Rival", [], [taken.toUpperCase()])]);
    expect(others.map(({ name }) => foldName(name))).not.toContain(foldName(taken));
    expect(others).toHaveLength(controls.length);
    for (const part of [taken.slice(0, 5), `${taken} Group`]) {
      const [first] = controlBrands([own("7d1c"), brand(part)]);
      expect(first?.name).not.toBe(taken);
    }
  });

  it("of a thousand projects differ from each other and from every English word, in four ways of writing", () => {
    const made = Array.from({ length: 1000 }, (_, project) => controlBrands([own(`project ${project}`)]));
    for (const each of made) {
      const folded = each.map(({ name }) => foldName(name));
      expect(new Set(folded).size).toBe(4);
      expect(folded.some((name) => isOrdinaryWord(name))).toBe(false);
      expect(each[2]?.name).toMatch(/^\p{L}+ \p{L}+$/u);
      expect(each[3]?.name).toMatch(/^\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u);
    }
    expect(new Set(made.flat().map(({ name }) => name)).size).toBeGreaterThan(2500);
  });
});

describe("an answer that is read for made-up brands", () => {
  it("says which it names, by the same rules as any brand", () => {
    for (const name of names) {
      expect(read(`Halvorn is fine, but I would buy a **${name}** desk.`).controls).toEqual([name]);
      expect(read(`So much said ${name}ish people.`).controls, "within another word").toEqual([]);
      expect(read(`You asked about ${name}.`, `Is ${name} any good?`).mentions).toEqual([]);
    }
  });

  it("reads the same of all brands as one that isn't", () => {
    const text = `1. **Halvorn**: great.\n2. **${names[0]}**: steady.\n3. **Verticore**: cheap. See deskona.example.`;
    const { controls: found, ...rest } = read(text);
    const { controls: none, ...plain } = extractAnswer({
      text,
      prompt: null,
      sources: [],
      brandSet: compileBrandSet(brands),
    });
    expect(rest).toEqual(plain);
    expect(found).toEqual([names[0]]);
    expect(none).toEqual([]);
    expect(rest.mentions.map(({ brandId }) => brandId)).not.toContain(names[0]);
  });
});
