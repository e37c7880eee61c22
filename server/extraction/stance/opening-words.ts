import { compileTrie, DEAD, type NameTrie, ROOT } from "@/server/extraction/matching/name-trie";
import { CLASSES, LETTER_CLASS } from "./reading-units";

/** A word that opens something; `open`: more letters may follow it. */
export type OpeningWord = { readonly word: string; readonly open: boolean };

export const NO_OPENING = -1;

/** Looks up which of some words a text goes on with, in lower case. An opening is a number that stands for what was found. */
export class OpeningWords {
  readonly #words: readonly string[];
  readonly #trie: NameTrie;
  readonly #mayBeOpen: Uint8Array;
  /** Whether any word begins with letters of three such classes: most places are done with after that. */
  readonly #begun = new Uint8Array(CLASSES ** 3);

  constructor(opening: readonly OpeningWord[]) {
    this.#words = [...new Set(opening.map(({ word }) => word))];
    this.#trie = compileTrie(this.#words);
    const open = new Set(opening.filter((each) => each.open).map(({ word }) => word));
    this.#mayBeOpen = Uint8Array.from(this.#words, (word) => (open.has(word) ? 1 : 0));
    for (const word of this.#words) this.#begin(word, open.has(word));
  }

  /** How many numbers openings have. */
  get size(): number {
    return this.#words.length * 2;
  }

  /** The longest word with which the first `length` units go on at an offset; NO_OPENING for none. */
  at(units: Uint16Array, start: number, length: number): number {
    const classes = LETTER_CLASS;
    const first = classes[units[start] ?? 0] ?? 0;
    const second = start + 1 < length ? (classes[units[start + 1] ?? 0] ?? 0) : 0;
    const third = second !== 0 && start + 2 < length ? (classes[units[start + 2] ?? 0] ?? 0) : 0;
    if (this.#begun[(first * CLASSES + second) * CLASSES + third] === 0) return NO_OPENING;
    return this.#walk(units, start, length);
  }

  /** Whether such a word stands where an opening was found. */
  fits(opening: number, { word, open }: OpeningWord): boolean {
    const found = this.#words[opening >> 1] ?? "";
    return open ? found.startsWith(word) : word === found && (opening & 1) === 1;
  }

  #walk(units: Uint16Array, start: number, length: number): number {
    let found = NO_OPENING;
    let state = ROOT;
    let unit = units[start] ?? 0;
    for (let at = start + 1; ; at += 1) {
      state = this.#trie.next(state, unit);
      if (state === DEAD) return found;
      unit = at < length ? (units[at] ?? 0) : 0;
      const closed = LETTER_CLASS[unit] === 0;
      const word = this.#trie.nameAt[state] ?? -1;
      if (word >= 0 && (closed || this.#mayBeOpen[word] === 1)) found = word * 2 + (closed ? 1 : 0);
      if (closed) return found;
    }
  }

  #begin(word: string, open: boolean): void {
    const classes = [0, 1, 2].map((at) => LETTER_CLASS[word.charCodeAt(at)] ?? 0);
    const key = classes.reduce((sum, each) => sum * CLASSES + each, 0);
    // Of a short word that more letters may follow, any may.
    const width = open ? CLASSES ** classes.filter((each) => each === 0).length : 1;
    this.#begun.fill(1, key, key + width);
  }
}
