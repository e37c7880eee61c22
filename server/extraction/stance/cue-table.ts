import { HINT, type HintName, type Hints, hintOfSign } from "./hints";
import { NO_OPENING, type OpeningWord, OpeningWords } from "./opening-words";
import { anyOf, firstWord } from "./phrases";
import { LETTER_CLASS, SPACE } from "./reading-units";

export const CUE_KINDS = ["against", "pick", "reservation", "praise"] as const;
export type CueKind = (typeof CUE_KINDS)[number];

/** A phrase of the data, which no choice of words opens, and what it hints at; `kind` where it is a cue. */
export type HintingPhrase = {
  readonly phrase: string;
  readonly hint: HintName;
  readonly kind: CueKind | null;
};

/** What a passage may hold, and where a cue may begin: offsets, each followed by its opening. */
export type Scan = { readonly hints: Hints; readonly places: readonly number[] };

/** The cues that one first word may open. */
type Group = { readonly pattern: RegExp; readonly kinds: readonly (readonly [CueKind, RegExp])[] };

const UNKNOWN = 0xffff;

/** A language's phrases by their first words, so that one walk over a passage finds the few places worth a closer look. */
export class CueTable {
  readonly #phrases: readonly (HintingPhrase & { readonly opening: OpeningWord })[];
  readonly #words: OpeningWords;
  readonly #spaced: boolean;
  readonly #close: string;
  /** By opening, each put together when it is first met. */
  readonly #hints: Uint16Array;
  readonly #groups: (Group | undefined)[];

  /** `spaced`: a phrase begins only where a word does; `close`: the source of what must come after a cue. */
  constructor(phrases: readonly HintingPhrase[], spaced: boolean, close: string) {
    this.#phrases = phrases.map((each) => ({ ...each, opening: firstWord(each.phrase, spaced) }));
    this.#words = new OpeningWords(this.#phrases.map(({ opening }) => opening));
    this.#spaced = spaced;
    this.#close = close;
    this.#hints = new Uint16Array(this.#words.size).fill(UNKNOWN);
    this.#groups = Array.from({ length: this.#words.size }, () => undefined);
  }

  /** Looks through the first `length` units of a passage. Its hints are never wrongly missing. */
  scan(units: Uint16Array, length: number): Scan {
    const classes = LETTER_CLASS;
    const places: number[] = [];
    let hints = 0;
    for (let at = 0; at < length; ) {
      const unit = units[at] ?? 0;
      if (classes[unit] === 0) {
        if (unit !== SPACE) hints |= hintOfSign(unit);
        at += 1;
        continue;
      }
      const opening = this.#words.at(units, at, length);
      if (opening !== NO_OPENING) {
        const found = this.#hintsOf(opening);
        hints |= found;
        if ((found & HINT.cue) !== 0) places.push(at, opening);
      }
      at += 1;
      if (this.#spaced) while (at < length && classes[units[at] ?? 0] !== 0) at += 1;
    }
    return { hints, places };
  }

  /** The cue that begins at a place of a text, of the first kind that fits its words. */
  read(
    text: string,
    start: number,
    opening: number,
  ): { readonly kind: CueKind; readonly end: number } | null {
    const { pattern, kinds } = this.#groupOf(opening);
    pattern.lastIndex = start;
    const words = pattern.exec(text)?.[0];
    if (words === undefined) return null;
    const [kind] = (kinds.length === 1 ? kinds[0] : kinds.find(([, whole]) => whole.test(words))) ?? [];
    return kind === undefined ? null : { kind, end: start + words.length };
  }

  #hintsOf(opening: number): Hints {
    const known = this.#hints[opening] ?? UNKNOWN;
    if (known !== UNKNOWN) return known;
    const hints = this.#fitting(opening).reduce((all, { hint }) => all | HINT[hint], 0);
    this.#hints[opening] = hints;
    return hints;
  }

  #groupOf(opening: number): Group {
    const known = this.#groups[opening];
    if (known !== undefined) return known;
    const fitting = this.#fitting(opening);
    const of = (kinds: readonly (CueKind | null)[]) =>
      anyOf(fitting.filter(({ kind }) => kinds.includes(kind)).map(({ phrase }) => phrase));
    const kinds = CUE_KINDS.filter((kind) => fitting.some((each) => each.kind === kind));
    const group = {
      pattern: new RegExp(`(?:${of(CUE_KINDS)})${this.#close}`, "uy"),
      kinds: kinds.map((kind) => [kind, new RegExp(`^(?:${of([kind])})$`, "u")] as const),
    };
    this.#groups[opening] = group;
    return group;
  }

  #fitting(opening: number): (HintingPhrase & { readonly opening: OpeningWord })[] {
    return this.#phrases.filter((each) => this.#words.fits(opening, each.opening));
  }
}
