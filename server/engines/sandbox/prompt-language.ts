/** Languages that the made-up market answers in. */
export const answerLanguages = ["en", "de", "fr", "es", "ja"] as const;
export type AnswerLanguage = (typeof answerLanguages)[number];

/** Small words by which a prompt gives its language away. */
const smallWords: Readonly<Record<Exclude<AnswerLanguage, "ja">, ReadonlySet<string>>> = {
  en: words(
    "the a an and or is are what which how do i my for of to in with best good should can you would it me",
  ),
  de: words(
    "der die das ein eine einen ist sind welche welcher welches welchen was wie für mit und oder mein meine ich beste besten bester im den dem von zu kann gibt es gut",
  ),
  fr: words(
    "le la les des un une est quel quelle quels quelles pour avec et ou mon ma je meilleur meilleurs meilleure dans sur que qui sont du au de comment",
  ),
  es: words(
    "el la los las un una es qué cuál cuáles para con y o mi mejor mejores en del que por son de hay cómo",
  ),
};

/**
 * The language to answer in: the prompt's own, as engines do; where it doesn't say, that of the locale; else English. On a
 * draw English wins, so that an English prompt is never mistaken.
 */
export function languageOf(prompt: string, localeLanguage?: string | null): AnswerLanguage {
  if (/[\p{Script=Hiragana}\p{Script=Katakana}]/u.test(prompt)) return "ja";
  const said = prompt.toLowerCase().match(/\p{L}+/gu) ?? [];
  const counted = (["en", "de", "fr", "es"] as const).map((language) => ({
    language,
    count: said.filter((word) => smallWords[language].has(word)).length,
  }));
  const best = counted.reduce((most, one) => (one.count > most.count ? one : most));
  if (best.count > 0) return best.language;
  return answerLanguages.find((language) => language === localeLanguage?.slice(0, 2).toLowerCase()) ?? "en";
}

function words(list: string): ReadonlySet<string> {
  return new Set(list.split(" "));
}
