import { charClass } from "@/server/extraction/normalise/char-class";
import { foldedString } from "@/server/extraction/normalise/fold-name";

const SHORTEST = 3;
const FIRST_SIZE = 1024;

function hashOf(text: string, start: number, end: number): number {
  let hash = 0x811c9dc5;
  for (let at = start; at < end; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash ^ (hash >>> 13);
}

/**
 * The words that a text writes in lower case, from three letters on: a label made of them is no name. A hash table of
 * offsets into the text, since making a string of each word would cost more than all the rest of the extraction.
 */
export class LowerWords {
  readonly #text: string;
  #starts = new Int32Array(FIRST_SIZE).fill(-1);
  #lengths = new Int32Array(FIRST_SIZE);
  #count = 0;
  /** Folded words with letters beyond a to z. */
  readonly #others = new Set<string>();

  constructor(text: string) {
    this.#text = text;
    this.#collect();
  }

  /** Whether a folded word stands in the text in lower case. */
  has(folded: string): boolean {
    const slot = this.#slotOf(folded, 0, folded.length);
    return (this.#starts[slot] ?? -1) >= 0 || (this.#others.size > 0 && this.#others.has(folded));
  }

  #collect(): void {
    const text = this.#text;
    let start = -1;
    let lower = true;
    let ascii = true;
    for (let at = 0; at <= text.length; at += 1) {
      const unit = at < text.length ? text.charCodeAt(at) : 0;
      if (unit > 0x60 && unit < 0x7b) {
        if (start < 0) {
          start = at;
          lower = true;
          ascii = true;
        }
        continue;
      }
      if (charClass(unit) !== 0) {
        if (start < 0) {
          start = at;
          lower = true;
          ascii = true;
        }
        const character = text.charAt(at);
        lower &&= unit > 0x7f && character === character.toLowerCase();
        ascii = false;
        continue;
      }
      if (start >= 0 && lower && at - start >= SHORTEST) {
        if (ascii) this.#add(start, at);
        else this.#others.add(foldedString(text.slice(start, at)));
      }
      start = -1;
    }
  }

  #slotOf(word: string, from: number, to: number): number {
    const mask = this.#starts.length - 1;
    const length = to - from;
    for (let slot = hashOf(word, from, to) & mask; ; slot = (slot + 1) & mask) {
      const start = this.#starts[slot] ?? -1;
      if (start < 0) return slot;
      if (this.#lengths[slot] !== length) continue;
      let at = 0;
      while (at < length && this.#text.charCodeAt(start + at) === word.charCodeAt(from + at)) at += 1;
      if (at === length) return slot;
    }
  }

  #add(start: number, end: number): void {
    const slot = this.#slotOf(this.#text, start, end);
    if ((this.#starts[slot] ?? -1) >= 0) return;
    this.#starts[slot] = start;
    this.#lengths[slot] = end - start;
    this.#count += 1;
    if (this.#count * 2 > this.#starts.length) this.#grow();
  }

  #grow(): void {
    const starts = this.#starts;
    const lengths = this.#lengths;
    this.#starts = new Int32Array(starts.length * 4).fill(-1);
    this.#lengths = new Int32Array(starts.length * 4);
    for (let index = 0; index < starts.length; index += 1) {
      const start = starts[index] ?? -1;
      const length = lengths[index] ?? 0;
      if (start < 0) continue;
      const slot = this.#slotOf(this.#text, start, start + length);
      this.#starts[slot] = start;
      this.#lengths[slot] = length;
    }
  }
}
