import { brandOnPage } from "./brand-on-page";
import { categoryOnPage } from "./category-on-page";
import { languageOf, pageLanguage } from "./languages";
import type { LanguageId } from "./languages/site-language";
import { promptsFor, type StartPrompt } from "./prompts-for";
import { readPage } from "./read-page";
import { rivalsOnPage } from "./rivals-on-page";

/** What a site's first page suggests: for a person to change. */
export interface SiteSuggestions {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly domains: readonly string[];
  /** "" where the page doesn't say. */
  readonly category: string;
  readonly language: LanguageId;
  readonly locale: string;
  readonly rivals: readonly string[];
  readonly prompts: readonly StartPrompt[];
  /** What stands on the page, its title and description first: for who reads it better. */
  readonly text: string;
}

/** Suggestions by rules alone, from the page's markup and the host that it came from (without "www."). Pure. */
export function suggestFromPage(markup: string, host: string): SiteSuggestions {
  const page = readPage(markup);
  const { id, locale } = pageLanguage(page);
  const language = languageOf(id);
  const brand = brandOnPage(page, host);
  const names = [brand.name, ...brand.aliases];
  const category = categoryOnPage(page, names, language);
  const rivals = rivalsOnPage(page, names, language);
  const prompts = promptsFor({ brand: brand.name, category, rivals }, language);
  const text = [page.title, page.meta.get("description") ?? "", page.text].join("\n");
  return { ...brand, text, category, language: id, locale, rivals, prompts };
}
