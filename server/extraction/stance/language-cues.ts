/**
 * What one language says about a thing, as data. Phrases stand between bars or on lines of their own, in lower case:
 * `recommend*` takes any ending, `[top/best] pick` either word, `_` up to three words, `@` the brand's name.
 */
export type LanguageCues = {
  readonly language: string;
  /** Small words by which a text is known to be in this language. Empty where its script tells. */
  readonly signs: string;
  /** Letters that few other languages have; a word with one counts like a small word. */
  readonly letters: string;
  /** Advise against what follows them, or what they are said of. */
  readonly against: string;
  /** Single out what follows them, or what they are said of. */
  readonly pick: string;
  readonly reservation: string;
  readonly praise: string;
  /** What comes after one of these weighs more than what came before. */
  readonly contrast: string;
  /** Turn the cue that follows within a few words: "not recommended", "no drawbacks". */
  readonly negation: string;
  /** The same right after a cue, where a language puts it there. */
  readonly negationAfter?: string;
  /** "Not only": negates nothing. */
  readonly notOnly: string;
  /** Stand right before the loser of a comparison. */
  readonly loser: string;
  /** Stand right before a name that is only mentioned: what a thing works with, where it is sold, who says so. */
  readonly passing: string;
  /** Stand right after the name of a source whose words they report. */
  readonly saying: string;
  /** Make a pick one for few people: "only if", "unless". */
  readonly condition: string;
  /** Headings that single out whatever is listed below them. */
  readonly headings: string;
};
