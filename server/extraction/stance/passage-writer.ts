import { isOrdinaryWord } from "@/server/extraction/matching/ordinary-words";
import type { UnitText } from "@/server/extraction/normalise/unit-text";
import { BRAND, OTHER } from "./phrases";
import { CAPITAL_I_WITH_DOT, DOT_ABOVE, READING_OF, SPACE } from "./reading-units";

const FIRST_SIZE = 4096;
/** A buffer beyond this isn't kept for the next passage. */
const LARGEST_KEPT = 65_536;
const NAME = /^\p{Lu}[\p{L}\p{N}]*\p{Ll}[\p{L}\p{N}]*/u;
const BEFORE_NAME = /[\p{Ll},:;)]$/u;
const BRAND_UNIT = BRAND.charCodeAt(0);
const OTHER_UNIT = OTHER.charCodeAt(0);
const LAST_ASCII = 0x7f;
const LETTER_X = 0x78;

function isHighSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

/** Whether what ends at an offset may stand before a name: a small letter, or one of a few signs. */
function mayPrecedeName({ text, units }: UnitText, start: number, end: number): boolean {
  const last = units[end - 1] ?? 0;
  if (last > LAST_ASCII) return BEFORE_NAME.test(text.slice(Math.max(start, end - 2), end));
  return last >= 0x61 ? last <= 0x7a : last === 0x2c || last === 0x3a || last === 0x3b || last === 0x29;
}

/** Whether a capital opens a name, as far as its own word tells. */
function opensName(text: string, at: number, end: number): boolean {
  const word = NAME.exec(text.slice(at, end))?.[0];
  return word !== undefined && !isOrdinaryWord(word.toLowerCase());
}

/** Writes passages, one after another, from left to right into one buffer: joining strings costs more than all the rest. */
export class PassageWriter {
  readonly #marksNames: boolean;
  #units = new Uint16Array(FIRST_SIZE);
  #bytes = Buffer.from(this.#units.buffer);
  #length = 0;
  #gap = false;
  #afterOther = false;

  /** `marksNames`: a capital tells a name. */
  constructor(marksNames: boolean) {
    this.#marksNames = marksNames;
  }

  /** Writes prose that names no tracked brand. */
  writeProse(prose: UnitText, start: number, end: number): void {
    this.#reserve((end - start) * 2);
    const from = prose.units;
    const to = this.#units;
    let length = this.#length;
    let gap = this.#gap;
    let gapAt = start;
    for (let at = start; at < end; at += 1) {
      const unit = from[at] ?? 0;
      const reading = READING_OF[unit] ?? 0;
      if (reading === SPACE) {
        if (!gap) gapAt = at;
        gap = true;
        continue;
      }
      if (gap && length > 0) {
        to[length] = SPACE;
        length += 1;
        if ((reading !== unit || isHighSurrogate(unit)) && this.#isName(prose, start, gapAt, at, end)) {
          to[length] = OTHER_UNIT;
          length += 1;
        }
      }
      gap = false;
      to[length] = reading;
      length += 1;
      // The only letter that grows when it is lowered.
      if (unit === CAPITAL_I_WITH_DOT) {
        to[length] = DOT_ABOVE;
        length += 1;
      }
    }
    this.#length = length;
    this.#gap = gap;
  }

  /** Writes the name of a tracked brand: of the judged one or another. */
  writeNaming(own: boolean): void {
    this.#reserve(2);
    if (this.#gap && this.#length > 0) this.#write(SPACE);
    this.#gap = false;
    this.#write(own ? BRAND_UNIT : OTHER_UNIT);
    if (!own) this.#write(LETTER_X);
    this.#afterOther = !own;
  }

  /** What was written since it was cleared: the first `length` of these, trimmed. */
  get units(): Uint16Array {
    return this.#units;
  }

  get length(): number {
    return this.#length;
  }

  text(): string {
    return this.#bytes.toString("utf16le", 0, this.#length * 2);
  }

  clear(): void {
    if (this.#units.length > LARGEST_KEPT) this.#resize(FIRST_SIZE);
    this.#length = 0;
    this.#gap = false;
    this.#afterOther = false;
  }

  #isName(prose: UnitText, start: number, gapAt: number, at: number, end: number): boolean {
    if (!this.#marksNames) return false;
    const follows = gapAt > start ? mayPrecedeName(prose, start, gapAt) : this.#afterOther;
    return follows && opensName(prose.text, at, end);
  }

  #write(unit: number): void {
    this.#units[this.#length] = unit;
    this.#length += 1;
  }

  /** Room for so many units and a space before them. */
  #reserve(more: number): void {
    const needed = this.#length + more + 1;
    if (needed <= this.#units.length) return;
    const written = this.#units.subarray(0, this.#length);
    this.#resize(needed * 2);
    this.#units.set(written);
  }

  #resize(size: number): void {
    this.#units = new Uint16Array(size);
    this.#bytes = Buffer.from(this.#units.buffer);
  }
}
