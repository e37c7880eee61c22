import { german } from "./languages/de";
import { english } from "./languages/en";
import { spanish } from "./languages/es";
import { french } from "./languages/fr";
import { italian } from "./languages/it";
import type { LanguageId, SiteLanguage } from "./languages/site-language";
import type { PageFacts } from "./read-page";

/** Those that prompts can be suggested in. A page in any other gets English ones. */
export const SITE_LANGUAGES: readonly SiteLanguage[] = [english, german, french, spanish, italian];

/** As many common words of a language as make a text one of its. */
const LEAST_WORDS = 5;

export function languageOf(id: LanguageId): SiteLanguage {
  return SITE_LANGUAGES.find((language) => language.id === id) ?? english;
}

/** The language of a locale such as de-AT; English for one without prompts of its own. */
export function localeLanguage(locale: string): SiteLanguage {
  return SITE_LANGUAGES.find(({ id }) => locale.startsWith(`${id}-`)) ?? english;
}

/** What the page says of its language, else what its common words are of, else English. */
export function pageLanguage({ language, meta, text }: Pick<PageFacts, "language" | "meta" | "text">): {
  readonly id: LanguageId;
  readonly locale: string;
} {
  const declared = language ?? meta.get("og:locale") ?? meta.get("content-language") ?? "";
  const [, subtag = "", region] = /^([a-z]{2,3})(?:[-_]([a-z]{2}))?\b/i.exec(declared) ?? [];
  const spoken =
    SITE_LANGUAGES.find(({ id }) => id === subtag.toLowerCase()) ?? (subtag === "" ? byWords(text) : english);
  const isOwn = region !== undefined && spoken.id === subtag.toLowerCase();
  return { id: spoken.id, locale: isOwn ? `${spoken.id}-${region.toUpperCase()}` : spoken.locale };
}

function byWords(text: string): SiteLanguage {
  const words = new Map<string, number>();
  for (const word of text
    .slice(0, 20_000)
    .toLowerCase()
    .match(/\p{L}+/gu) ?? [])
    words.set(word, (words.get(word) ?? 0) + 1);
  const counted = SITE_LANGUAGES.map((language) => ({
    language,
    count: language.commonWords.reduce((sum, word) => sum + (words.get(word) ?? 0), 0),
  })).toSorted((one, other) => other.count - one.count);
  const [first] = counted;
  return first && first.count >= LEAST_WORDS ? first.language : english;
}
