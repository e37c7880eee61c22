import type { CompiledCues } from "./compile-cues";
import type { Scan } from "./cue-table";
import { type Cue, findCues } from "./find-cues";
import { HINT, type HintName } from "./hints";

const NO_CUES: readonly Cue[] = [];

/**
 * A stretch of an answer as the rules read it: lower case, no markup, namings of the judged brand as `BRAND`, a sign before
 * every other name. Its cues are found once.
 */
export class Passage {
  readonly length: number;
  readonly #scan: Scan;
  readonly #language: CompiledCues;
  #write: string | (() => string);
  #cues: readonly Cue[] | undefined;

  /** `write`: gives the text, where nobody is likely to ask for it. */
  constructor(length: number, scan: Scan, language: CompiledCues, write: string | (() => string)) {
    this.length = length;
    this.#scan = scan;
    this.#language = language;
    this.#write = write;
  }

  get text(): string {
    if (typeof this.#write !== "string") this.#write = this.#write();
    return this.#write;
  }

  /** Whether it may hold such a thing; where not, a closer look would find none. */
  may(hint: HintName): boolean {
    return (this.#scan.hints & HINT[hint]) !== 0;
  }

  get cues(): readonly Cue[] {
    this.#cues ??= this.#scan.places.length === 0 ? NO_CUES : this.cuesIn(this.text, 0);
    return this.#cues;
  }

  /** The cues of a part of its text that starts at `offset`, read by itself. */
  cuesIn(part: string, offset: number): readonly Cue[] {
    const { places } = this.#scan;
    if (places.length === 0) return NO_CUES;
    return findCues({ text: part, offset, places, mayNegate: this.may("negation") }, this.#language);
  }
}
