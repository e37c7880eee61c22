import type { SetupDraft } from "../../contract";

export type LanguageId = "en" | "de" | "fr" | "es" | "it";

/** A question with places for what is known: `{category}`, `{brand}`, `{rival}`. */
export interface PromptTemplate {
  readonly intent: SetupDraft["prompts"][number]["intent"];
  readonly text: string;
}

/** What the rules know of a language: one file each. */
export interface SiteLanguage {
  readonly id: LanguageId;
  readonly label: string;
  /** Of prompts whose page names no country. */
  readonly locale: string;
  /** Words that stand in almost every text of it and in few of the others. */
  readonly commonWords: readonly string[];
  /** After a brand's name, what says what it is: "is a", "makes". As parts of a regular expression. */
  readonly isA: readonly string[];
  /** Where the words for a category end: "for", "that". */
  readonly endsCategory: readonly string[];
  /** What stands before a category in a title and is none of it: "the best", "buy". */
  readonly praise: readonly string[];
  /** What stands before a rival's name: "alternative to". */
  readonly alternativeTo: readonly string[];
  /** Titles and headings that say nothing: "home", "welcome". */
  readonly empty: readonly string[];
  readonly prompts: readonly PromptTemplate[];
}
