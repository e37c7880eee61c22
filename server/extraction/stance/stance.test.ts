import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { STANCES, type Stance } from "@/server/extraction/contract";
import { extractAnswer } from "@/server/extraction/extract-answer";
import { compileBrandSet } from "@/server/extraction/matching/compile-brand-set";
import { foldName } from "@/server/extraction/normalise/fold-name";
import { unitText } from "@/server/extraction/normalise/unit-text";
import { brandsNamed } from "@/server/extraction/testing-brands";
import { detectLanguage } from "./detect-language";
import { LANGUAGES } from "./languages";
import { type StanceOutcome, type StancePassage, scoreStances, stanceOfPassage } from "./measure-stance";

/** Trusts the shape of the project's own files, which the first test below checks. */
function readLines<T>(url: URL): T[] {
  return readFileSync(url, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as T);
}

const halves = ["tuned", "held-out"].map((name) => ({
  name,
  passages: readLines<StancePassage>(new URL(`./passages/${name}.jsonl`, import.meta.url)),
}));
const all = halves.flatMap(({ passages }) => passages);

/** A passage whose brand isn't found counts as a wrong answer of another stance. */
function judged(passages: readonly StancePassage[], change = (text: string) => text): StanceOutcome[] {
  return passages.map((passage) => ({
    expected: passage.stance,
    found:
      stanceOfPassage({ ...passage, text: change(passage.text) }) ??
      (passage.stance === "neutral" ? "listed" : "neutral"),
  }));
}

/** The stance of one brand among several tracked ones. */
function stanceIn(text: string, brand: string, ...others: readonly string[]): Stance | undefined {
  const { mentions } = extractAnswer({
    text,
    prompt: null,
    sources: [],
    brandSet: brandsNamed(brand, ...others),
  });
  return mentions.find(({ brandId }) => brandId === brand)?.stance;
}

describe("passages with their stance", () => {
  it("are 200 or more in two halves, each with the five stances evenly and in eight languages or more", () => {
    expect(all.length).toBeGreaterThanOrEqual(200);
    for (const { passages } of halves) {
      const counts = STANCES.map((stance) => passages.filter((each) => each.stance === stance).length);
      expect(Math.max(...counts) - Math.min(...counts)).toBe(0);
      expect(new Set(passages.map(({ language }) => language)).size).toBeGreaterThanOrEqual(8);
      for (const { brand, text, why } of passages) {
        expect(text).toContain(brand);
        expect(why).not.toBe("");
      }
    }
    expect(new Set(all.map(({ text, brand }) => `${brand} ${text}`)).size).toBe(all.length);
  });
});

describe("stance by rules", () => {
  it.each(halves.map(({ name, passages }) => [name, passages] as const))(
    "reaches a macro-F1 of 0.85 on the %s half",
    (_name, passages) => {
      expect(scoreStances(judged(passages)).macroF1).toBeGreaterThanOrEqual(0.85);
    },
  );

  it("no language is left behind: 0.7 of its passages or more are judged right", () => {
    const shares = LANGUAGES.map(({ language }) => {
      const own = all.filter((passage) => passage.language === language);
      return { language, own: own.length, right: scoreStances(judged(own)).accuracy };
    });
    expect(shares.filter(({ right }) => right < 0.7)).toEqual([]);
    expect(shares.map(({ own }) => own)).not.toContain(0);
  });

  it("is measured by passages that tell good rules from bad ones", () => {
    const always = all.map(({ stance }) => ({ expected: stance, found: "recommended" as const }));
    expect(scoreStances(always).macroF1).toBeLessThan(0.1);
    const negations = /\b(?:not|don't|can't|isn't|nicht|pas|ne|no|non|não|niet|nie)\b|不|ません|ない/giu;
    const contrasts =
      /\b(?:but|however|aber|allerdings|mais|pero|aunque|però|mas|porém|maar|ale|jednak)\b|但|不过/giu;
    const flat = judged(all, (text) => text.replace(negations, "").replace(contrasts, ","));
    const full = scoreStances(judged(all));
    expect(full.f1.negative - scoreStances(flat).f1.negative).toBeGreaterThan(0.1);
    expect(full.f1.cautioned - scoreStances(flat).f1.cautioned).toBeGreaterThan(0.05);
  });

  it("is judged for each tracked brand by itself", () => {
    const text = "Avoid Orvella, it loses data. Go with Zentrio instead. Both sync with Velora.";
    const of = (brand: string, ...others: string[]) => stanceIn(text, brand, ...others);
    expect(of("Orvella", "Zentrio", "Velora")).toBe("negative");
    expect(of("Zentrio", "Orvella", "Velora")).toBe("recommended");
    expect(of("Velora", "Orvella", "Zentrio")).toBe("neutral");
  });

  it("doesn't hang on which other brands are tracked", () => {
    for (const passage of all) {
      const alone = stanceOfPassage(passage);
      expect(stanceIn(passage.text, passage.brand, "Qwertzu", "Yxcvbna")).toBe(alone);
    }
  });

  it("says how sure it is and who judged", () => {
    const [mention] = extractAnswer({
      text: "Avoid Orvella: it loses data.",
      prompt: null,
      sources: [],
      brandSet: brandsNamed("Orvella"),
    }).mentions;
    expect(mention).toMatchObject({ stance: "negative", stanceConfidence: 0.85, stanceBy: "rules@1.0.0" });
  });

  it("is unsure where one answer says both", () => {
    const text = "I recommend Orvella for teams. For one person, avoid Orvella.";
    const [mention] = extractAnswer({
      text,
      prompt: null,
      sources: [],
      brandSet: brandsNamed("Orvella"),
    }).mentions;
    expect(mention?.stanceConfidence).toBeLessThanOrEqual(0.5);
  });

  it.each([
    ["not only", "Orvella is not only cheap but also reliable.", "recommended"],
    ["a question", "Should you avoid Orvella?", "neutral"],
    ["a maker's source", "Orvella recommends a pint of water a day.", "neutral"],
    ["a place to buy", "Available at stores like Shopwella, Orvella and Bazarino.", "neutral"],
    ["the winner of a comparison", "Orvella is better than Zentrio at search.", "recommended"],
    ["the loser of a comparison", "Zentrio is better than Orvella at search.", "cautioned"],
    [
      "cons of an item",
      "1. **Orvella** – Fast and reliable.\n   - Cons: slow support\n2. **Velora** – Simple.",
      "recommended",
    ],
    ["a heading that advises against", "## Tools to avoid\n\n1. Velora\n2. Orvella", "negative"],
    ["a heading further up", "## Not recommended\n\n### Cameras\n\n- Velora\n- Orvella", "negative"],
    [
      "a heading of another section",
      "## Avoid\n\n- Velora\n\n## Also sold here\n\n- Orvella\n- Zentrio",
      "listed",
    ],
    ["an empty first line", "\n1. Orvella\n2. Velora", "listed"],
    ["no text at all but the name", "Orvella", "neutral"],
  ] as const)("%s", (_why, text, stance) => {
    expect(stanceIn(text, "Orvella")).toBe(stance);
  });
});

describe("hostile text around a name", () => {
  const units = [
    "not ",
    "as a b c ",
    "(",
    ", ",
    "and A, ",
    "| ",
    "**",
    "- ",
    "# ",
    "\n",
    "but ",
    "with A, ",
    "不",
    "A ",
    "Aa ",
    ": ",
  ];

  it.each(units)("100 kB of %j on both sides comes back", (unit) => {
    const text = `${unit.repeat(50_000 / unit.length)} Orvella ${unit.repeat(50_000 / unit.length)}`;
    expect(stanceIn(text, "Orvella")).toBeDefined();
  });

  it("a name on every line costs no more than a few of them", () => {
    expect(stanceIn("- Orvella is great\n".repeat(5_000), "Orvella")).toBe("recommended");
  });
});

describe("the language of a text", () => {
  it("is known for nine of ten passages or more", () => {
    const known = all.filter(({ language, text }) => detectLanguage(unitText(text)).language === language);
    expect(known.length / all.length).toBeGreaterThan(0.9);
  });
});

const shared = new URL("../../../../shared/answers/", import.meta.url);

describe.skipIf(!existsSync(shared))("stances of recorded answers (needs ../shared/answers)", () => {
  type Label = { id: string; brands: { brand: string; stance: Stance }[] };

  it("agree with nine of ten labels or more", () => {
    const labels = readLines<Label>(new URL("gold.jsonl", shared));
    const texts = new Map(
      readLines<{ id: string; text: string }>(new URL("answers.jsonl", shared)).map(({ id, text }) => [
        id,
        text,
      ]),
    );
    const names = new Map(
      labels.flatMap(({ brands }) => brands.map(({ brand }) => [foldName(brand), brand])),
    );
    const brandSet = compileBrandSet(
      [...names.values()].map((name) => ({ id: name, name, aliases: [], domains: [], own: false })),
    );
    const outcomes = labels.flatMap(({ id, brands }): StanceOutcome[] => {
      const { mentions } = extractAnswer({ text: texts.get(id) ?? "", prompt: null, sources: [], brandSet });
      const found = new Map(mentions.map(({ brandId, stance }) => [foldName(brandId), stance]));
      return brands.flatMap(({ brand, stance }) => {
        const judgement = found.get(foldName(brand));
        return judgement === undefined ? [] : [{ expected: stance, found: judgement }];
      });
    });
    expect(outcomes.length).toBeGreaterThan(700);
    expect(scoreStances(outcomes).accuracy).toBeGreaterThanOrEqual(0.9);
  });
});
