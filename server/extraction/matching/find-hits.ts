import { charClass } from "@/server/extraction/normalise/char-class";
import {
  type CharacterReading,
  factOf,
  foldedUnit,
  NOT_ONE_UNIT,
  readCharacter,
} from "@/server/extraction/normalise/character-reader";
import { foldedString } from "@/server/extraction/normalise/fold-name";
import type { UnitText } from "@/server/extraction/normalise/unit-text";
import { acceptSurface } from "./accept-surface";
import type { BrandSet } from "./compile-brand-set";
import { isFlattened, isGlueSeam, isInRun } from "./glued-text";
import type { NameForm } from "./name-forms";
import { DEAD, ROOT } from "./name-trie";
import { isOrdinaryWord } from "./ordinary-words";

/** A name form found in the text, in original offsets. */
export type Hit = {
  readonly brand: number;
  readonly start: number;
  readonly end: number;
  readonly form: NameForm;
};

const SHORTEST_GLUED = 4;
/** Invisible characters in a row inside a name, after which it is no longer followed. */
const MOST_VANISHING = 16;
const MARK = /^\p{M}/u;
const CAPITAL = /[\p{Lu}]/u;

function isSeam(left: number, right: number): boolean {
  return left === 0 || right === 0 || left === 2 || right === 2;
}

/** A character that is one unit and part of a word. */
function isInner(code: number): boolean {
  return ((factOf(code) >> 16) & 3) === 1;
}

/** Whether a name that is glued to what stands before it may begin with this unit: a small letter of a to z doesn't. */
function mayBeGlued(code: number): boolean {
  return code > 0x40 && (code < 0x5b || code > 0x7f);
}

/** One pass over masked prose. A class, so that the walk from each place shares its state without allocating. */
class HitFinder {
  readonly hits: Hit[] = [];
  /** Characters looked at and tree steps taken: what the work is proportional to. */
  steps = 0;
  readonly #text: string;
  readonly #units: Uint16Array;
  readonly #set: BrandSet;
  readonly #flattened: boolean;
  readonly #reading: CharacterReading = { folded: "", end: 0 };

  constructor({ text, units }: UnitText, brandSet: BrandSet) {
    this.#text = text;
    this.#units = units;
    this.#set = brandSet;
    this.#flattened = isFlattened(text);
  }

  scan(): void {
    const text = this.#text;
    const units = this.#units;
    const { length } = units;
    const { opening } = this.#set.trie;
    const flattened = this.#flattened;
    const reading = this.#reading;
    const signs = opening.opensWithSign;
    let before = 0;
    for (let at = 0; at < length; ) {
      const code = units[at] ?? 0;
      const fact = factOf(code);
      const unit = fact & 0xffff;
      if (unit === NOT_ONE_UNIT) {
        at = this.#scanUncommon(at, before);
        if (reading.folded !== "") before = charClass(reading.folded.charCodeAt(reading.folded.length - 1));
        continue;
      }
      const kind = (fact >> 16) & 3;
      const opens = before !== 1 || kind !== 1;
      before = kind;
      if (opens ? kind !== 0 || signs : flattened && mayBeGlued(code)) {
        const second = at + 1 < length ? factOf(units[at + 1] ?? 0) & 0xffff : NOT_ONE_UNIT;
        const third = at + 2 < length ? factOf(units[at + 2] ?? 0) & 0xffff : NOT_ONE_UNIT;
        if (opening.has(unit, second, third) && (opens || isGlueSeam(text, at))) this.#walk(at, opens);
      }
      at += 1;
      if (kind === 1) at = this.#restOfWord(at);
    }
    this.steps += length;
  }

  /** The rest of a word opens nothing, but for what may be glued on in a flattened page. */
  #restOfWord(from: number): number {
    const units = this.#units;
    const flattened = this.#flattened;
    let at = from;
    for (; at < units.length; at += 1) {
      const code = units[at] ?? 0;
      if (!isInner(code) || (flattened && mayBeGlued(code))) break;
    }
    return at;
  }

  /** The character at `at` that folds to none or several units; returns where it ends and leaves it in the reading. */
  #scanUncommon(at: number, before: number): number {
    readCharacter(this.#text, at, this.#reading);
    const { folded, end } = this.#reading;
    if (folded === "") return end;
    const opens = isSeam(before, charClass(folded.charCodeAt(0)));
    if (opens || (this.#flattened && isGlueSeam(this.#text, at))) this.#walk(at, opens);
    this.#reading.folded = folded;
    return end;
  }

  /** Follows the tree from `from` and looks at each name that ends on the way. */
  #walk(from: number, opens: boolean): void {
    const text = this.#text;
    const units = this.#units;
    const { next, nameAt } = this.#set.trie;
    const reading = this.#reading;
    let state = ROOT;
    let vanished = 0;
    for (let at = from; at < units.length; ) {
      this.steps += 1;
      const unit = foldedUnit(units[at] ?? 0);
      if (unit !== NOT_ONE_UNIT) {
        state = next(state, unit);
        if (state === DEAD) return;
        at += 1;
      } else {
        readCharacter(text, at, reading);
        at = reading.end;
        if (reading.folded === "") {
          vanished += 1;
          if (vanished > MOST_VANISHING) return;
          continue;
        }
        for (let index = 0; index < reading.folded.length; index += 1) {
          state = next(state, reading.folded.charCodeAt(index));
          if (state === DEAD) return;
        }
      }
      vanished = 0;
      const name = nameAt[state] ?? DEAD;
      if (name !== DEAD) this.#consider(name, from, at, opens);
    }
  }

  #consider(name: number, start: number, bareEnd: number, opens: boolean): void {
    const text = this.#text;
    const entry = this.#set.patterns[name];
    if (entry === undefined) return;
    const end = this.#pastMarks(bareEnd);
    const glued = this.#flattened && entry.length >= SHORTEST_GLUED;
    if (!opens && !glued) return;
    const closes = isSeam(this.#lastClass(bareEnd), this.#nextClass(end));
    const plural = !closes && this.#isPlural(start, end);
    if (!closes && !plural && !(glued && isGlueSeam(text, end))) return;
    const whole = opens && (closes || plural);
    // Names that fold alike: the first owner whose rule fits takes the hit.
    for (const { brand, form } of entry.owners) {
      if (!this.#fits(form, brand, start, end, plural, whole)) continue;
      this.hits.push({ brand, start, end, form });
      return;
    }
  }

  #fits(form: NameForm, brand: number, start: number, end: number, plural: boolean, whole: boolean): boolean {
    if (plural && !(form.plural && CAPITAL.test(this.#text.charAt(start)))) return false;
    if (form.ordinary && !whole && !isInRun(this.#text, start, end)) return false;
    return acceptSurface(this.#text, start, end, form, (this.#set.brands[brand]?.domains.length ?? 0) > 0);
  }

  /** Stripped accents belong to the letter before them, so that a highlight doesn't cut "é" in two. */
  #pastMarks(end: number): number {
    let at = end;
    while (at < this.#text.length && this.#text.charCodeAt(at) > 0x2ff) {
      const unit = foldedUnit(this.#text.charCodeAt(at));
      if (unit !== NOT_ONE_UNIT || !MARK.test(this.#text.charAt(at))) break;
      readCharacter(this.#text, at, this.#reading);
      if (this.#reading.folded !== "") break;
      at = this.#reading.end;
    }
    return at;
  }

  #lastClass(end: number): number {
    const folded = foldedString(this.#text.slice(end - 1, end));
    return folded === ""
      ? charClass(this.#text.charCodeAt(end - 1))
      : charClass(folded.charCodeAt(folded.length - 1));
  }

  /** Class of the first character from `end` on that doesn't vanish; 0 at the text's end. */
  #nextClass(end: number): number {
    for (let at = end; at < this.#text.length; at = this.#reading.end) {
      const unit = foldedUnit(this.#text.charCodeAt(at));
      if (unit !== NOT_ONE_UNIT) return charClass(unit);
      readCharacter(this.#text, at, this.#reading);
      if (this.#reading.folded !== "") return charClass(this.#reading.folded.charCodeAt(0));
    }
    return 0;
  }

  /** Whether a simple plural ends right after the name: "s", or "es" after a sibilant; "Canvas" is another word. */
  #isPlural(start: number, end: number): boolean {
    const sibilant = /[sxzh]/iu.test(this.#text.charAt(end - 1));
    const ending = this.#text.slice(end, end + (sibilant ? 2 : 1)).toLowerCase();
    if (ending !== (sibilant ? "es" : "s") || this.#nextClass(end + ending.length) === 1) return false;
    return !isOrdinaryWord(foldedString(this.#text.slice(start, end + ending.length)));
  }
}

/**
 * Every acceptable occurrence of every brand in one pass over the masked prose, overlaps included, in order of start.
 * In a flattened page a capital after a small letter is a boundary too, for names that are no ordinary words.
 */
export function findHits(text: UnitText, brandSet: BrandSet): { hits: Hit[]; steps: number } {
  const finder = new HitFinder(text, brandSet);
  finder.scan();
  return { hits: finder.hits, steps: finder.steps };
}
