import { charClass } from "@/server/extraction/normalise/char-class";
import { foldedString } from "@/server/extraction/normalise/fold-name";
import type { UnitText } from "@/server/extraction/normalise/unit-text";

const SHORTEST = 3;
const FIRST_SIZE = 1024;
const LAST_ASCII = 0x7f;
const HASH_SEED = 0x811c9dc5;

function isSmallLetter(unit: number): boolean {
  return unit > 0x60 && unit < 0x7b;
}

function mixed(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * The words that a text writes in lower case, from three letters on: a label made of them is no name. A hash table of
 * offsets into the text, since making a string of each word would cost more than all the rest of the extraction.
 */
export class LowerWords {
  readonly #text: string;
  readonly #units: Uint16Array;
  /** Where each word starts, counted from 1; 0 where the table is free. */
  #starts = new Int32Array(FIRST_SIZE);
  #lengths = new Int32Array(FIRST_SIZE);
  #count = 0;
  /** Folded words with letters beyond a to z. */
  readonly #others = new Set<string>();

  constructor({ text, units }: UnitText) {
    this.#text = text;
    this.#units = units;
    this.#collect();
  }

  /** Whether a folded word stands in the text in lower case. */
  has(folded: string): boolean {
    let hash = HASH_SEED;
    for (let at = 0; at < folded.length; at += 1) hash = mixed(hash, folded.charCodeAt(at));
    const mask = this.#starts.length - 1;
    for (let slot = (hash ^ (hash >>> 13)) & mask; ; slot = (slot + 1) & mask) {
      const start = (this.#starts[slot] ?? 0) - 1;
      if (start < 0) return this.#others.size > 0 && this.#others.has(folded);
      if (this.#lengths[slot] === folded.length && this.#text.startsWith(folded, start)) return true;
    }
  }

  #collect(): void {
    const units = this.#units;
    const { length } = units;
    for (let at = 0; at < length; ) {
      const start = at;
      let hash = HASH_SEED;
      let unit = units[at] ?? 0;
      while (isSmallLetter(unit)) {
        hash = mixed(hash, unit);
        at += 1;
        unit = at < length ? (units[at] ?? 0) : 0;
      }
      if (charClass(unit) !== 0) at = this.#passOthers(start, at);
      else {
        if (at - start >= SHORTEST) this.#add(start, at - start, hash);
        at += 1;
      }
    }
  }

  /** Goes on to the end of a word with more than small letters of a to z in it, and keeps it where all are small. */
  #passOthers(start: number, from: number): number {
    const units = this.#units;
    let lower = true;
    let at = from;
    for (; at < units.length; at += 1) {
      const unit = units[at] ?? 0;
      if (isSmallLetter(unit)) continue;
      if (charClass(unit) === 0) break;
      lower &&= unit > LAST_ASCII && this.#text.charAt(at) === this.#text.charAt(at).toLowerCase();
    }
    if (lower && at - start >= SHORTEST) this.#others.add(foldedString(this.#text.slice(start, at)));
    return at;
  }

  #add(start: number, length: number, hash: number): void {
    const units = this.#units;
    const mask = this.#starts.length - 1;
    let slot = (hash ^ (hash >>> 13)) & mask;
    for (; ; slot = (slot + 1) & mask) {
      const known = (this.#starts[slot] ?? 0) - 1;
      if (known < 0) break;
      if (this.#lengths[slot] !== length) continue;
      let at = 0;
      while (at < length && units[known + at] === units[start + at]) at += 1;
      if (at === length) return;
    }
    this.#starts[slot] = start + 1;
    this.#lengths[slot] = length;
    this.#count += 1;
    if (this.#count * 2 > this.#starts.length) this.#grow();
  }

  #grow(): void {
    const starts = this.#starts;
    const lengths = this.#lengths;
    this.#starts = new Int32Array(starts.length * 4);
    this.#lengths = new Int32Array(starts.length * 4);
    this.#count = 0;
    for (let index = 0; index < starts.length; index += 1) {
      const start = (starts[index] ?? 0) - 1;
      const length = lengths[index] ?? 0;
      if (start < 0) continue;
      let hash = HASH_SEED;
      for (let at = start; at < start + length; at += 1) hash = mixed(hash, this.#units[at] ?? 0);
      this.#add(start, length, hash);
    }
  }
}
