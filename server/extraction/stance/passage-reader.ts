import type { Span } from "@/server/extraction/extraction-types";
import { type UnitText, unitText } from "@/server/extraction/normalise/unit-text";
import type { CompiledCues } from "./compile-cues";
import { HINT } from "./hints";
import { Passage } from "./passage";
import { PassageWriter } from "./passage-writer";
import { startedBy } from "./started-by";

/** Every German noun has a capital, and scripts without capitals have none: there a capital tells no name. */
const CAPITALS_TELL: ReadonlySet<string> = new Set(["en", "fr", "es", "it", "pt", "nl", "pl"]);

/** Used by one reader after another: a passage is written and taken before the next. */
const MARKING = new PassageWriter(true);
const PLAIN = new PassageWriter(false);

/** A naming of a tracked brand, which is known by a number. */
export type Naming = Span & { readonly brand: number };

/** Whether composing would change nothing. Below the combining marks, and among dashes and quotation marks, it never does. */
function isComposed({ text, units }: UnitText): boolean {
  for (let at = 0; at < units.length; at += 1) {
    const unit = units[at] ?? 0;
    if (unit > 0x2ff && unit !== 0xfffc && !(unit > 0x200f && unit < 0x205f))
      return text.normalize("NFC") === text;
  }
  return true;
}

/** Reads the stretches of one answer as passages; those that don't name the judged brand once for all brands. */
export class PassageReader {
  readonly #prose: UnitText;
  readonly #namings: readonly Naming[];
  readonly #language: CompiledCues;
  readonly #composed: boolean;
  readonly #writer: PassageWriter;
  readonly #shared = new Map<number, { readonly end: number; readonly passage: Passage }>();

  /** `namings`: those of all tracked brands, in reading order. */
  constructor(prose: UnitText, namings: readonly Naming[], language: CompiledCues) {
    this.#prose = prose;
    this.#namings = namings;
    this.#language = language;
    this.#composed = isComposed(prose);
    this.#writer = CAPITALS_TELL.has(language.language) ? MARKING : PLAIN;
  }

  read(stretch: Span, brand: number): Passage {
    const first = startedBy(this.#namings, stretch.start - 1);
    const own = this.#names(brand, first, stretch.end);
    const known = own ? undefined : this.#shared.get(stretch.start);
    if (known?.end === stretch.end) return known.passage;
    const passage = this.#passageOf(stretch, brand, first);
    if (!own) this.#shared.set(stretch.start, { end: stretch.end, passage });
    return passage;
  }

  #names(brand: number, first: number, end: number): boolean {
    for (let index = first; ; index += 1) {
      const naming = this.#namings[index];
      if (naming === undefined || naming.end > end) return false;
      if (naming.brand === brand) return true;
    }
  }

  #passageOf(stretch: Span, brand: number, first: number): Passage {
    const writer = this.#writer;
    const { cues, notOnly } = this.#language;
    this.#write(stretch, brand, first);
    const { length } = writer;
    const scan = cues.scan(writer.units, length);
    if (scan.hints === 0) {
      writer.clear();
      return new Passage(length, scan, this.#language, () => this.#textOf(stretch, brand, first));
    }
    const text = this.#written();
    if ((scan.hints & HINT.notOnly) === 0) return new Passage(length, scan, this.#language, text);
    const rest = text.replace(notOnly, " ").trim();
    return new Passage(rest.length, cues.scan(unitText(rest).units, rest.length), this.#language, rest);
  }

  #textOf(stretch: Span, brand: number, first: number): string {
    this.#write(stretch, brand, first);
    return this.#written();
  }

  #written(): string {
    const text = this.#writer.text();
    this.#writer.clear();
    return text;
  }

  #write(stretch: Span, brand: number, first: number): void {
    let from = stretch.start;
    for (let index = first; ; index += 1) {
      const naming = this.#namings[index];
      if (naming === undefined || naming.end > stretch.end) break;
      this.#writeProse(from, naming.start);
      this.#writer.writeNaming(naming.brand === brand);
      from = naming.end;
    }
    this.#writeProse(from, stretch.end);
  }

  #writeProse(start: number, end: number): void {
    if (this.#composed) this.#writer.writeProse(this.#prose, start, end);
    else {
      const composed = unitText(this.#prose.text.slice(start, end).normalize("NFC"));
      this.#writer.writeProse(composed, 0, composed.units.length);
    }
  }
}
