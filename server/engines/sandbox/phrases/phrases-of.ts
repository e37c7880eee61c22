import type { MarketBrand } from "../market";
import type { AnswerLanguage } from "../prompt-language";
import { english } from "./english";
import { french, frenchBrands } from "./french";
import { german, germanBrands } from "./german";
import { japanese, japaneseBrands } from "./japanese";
import type { BrandWords, PhrasePack } from "./phrase-pack";
import { spanish, spanishBrands } from "./spanish";

const packs: Readonly<Record<AnswerLanguage, PhrasePack>> = {
  en: english,
  de: german,
  fr: french,
  es: spanish,
  ja: japanese,
};

/** English is the market's own language: what is said of a brand stands there. */
const brandWords: Readonly<Record<Exclude<AnswerLanguage, "en">, Readonly<Record<string, BrandWords>>>> = {
  de: germanBrands,
  fr: frenchBrands,
  es: spanishBrands,
  ja: japaneseBrands,
};

export function phrasesOf(language: AnswerLanguage): PhrasePack {
  return packs[language];
}

/** What is said of the brand in that language; in the market's own where there is no translation. */
export function wordsFor(brand: MarketBrand, language: AnswerLanguage): BrandWords {
  return language === "en" ? brand : (brandWords[language][brand.name] ?? brand);
}
