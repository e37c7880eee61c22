import type { Span } from "@/server/extraction/extraction-types";
import type { CompiledCues } from "./compile-cues";
import { HINT } from "./hints";
import { Passage } from "./passage";
import { PassageWriter } from "./passage-writer";
import { type UnitText, unitText } from "./reading-units";
import { startedBy } from "./started-by";

/** Every German noun has a capital, and scripts without capitals have none: there a capital tells no name. */
const CAPITALS_TELL: ReadonlySet<string> = new Set(["en", "fr", "es", "it", "pt", "nl", "pl"]);

/** A naming of a tracked brand, which is known by a number. */
export type Naming = Span & { readonly brand: number };

/** Reads the stretches of one answer as passages; those that don't name the judged brand once for all brands. */
export class PassageReader {
  readonly #prose: UnitText;
  readonly #namings: readonly Naming[];
  readonly #language: CompiledCues;
  readonly #composed: boolean;
  readonly #writer: PassageWriter;
  readonly #shared = new Map<number, { readonly end: number; readonly passage: Passage }>();

  /** `namings`: those of all tracked brands, in reading order. */
  constructor(prose: string, namings: readonly Naming[], language: CompiledCues) {
    this.#prose = unitText(prose);
    this.#namings = namings;
    this.#language = language;
    this.#composed = prose.normalize("NFC") === prose;
    this.#writer = new PassageWriter(CAPITALS_TELL.has(language.language));
  }

  read(stretch: Span, brand: number): Passage {
    const first = startedBy(this.#namings, stretch.start - 1);
    const own = this.#names(brand, first, stretch.end);
    const known = own ? undefined : this.#shared.get(stretch.start);
    if (known?.end === stretch.end) return known.passage;
    const passage = this.#write(stretch, brand, first);
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

  #write(stretch: Span, brand: number, first: number): Passage {
    let from = stretch.start;
    for (let index = first; ; index += 1) {
      const naming = this.#namings[index];
      if (naming === undefined || naming.end > stretch.end) break;
      this.#writeProse(from, naming.start);
      this.#writer.writeNaming(naming.brand === brand);
      from = naming.end;
    }
    this.#writeProse(from, stretch.end);
    return this.#finish();
  }

  #finish(): Passage {
    const writer = this.#writer;
    const { cues, notOnly } = this.#language;
    const scan = cues.scan(writer.units, writer.length);
    const text = writer.text();
    writer.clear();
    if ((scan.hints & HINT.notOnly) === 0) return new Passage(text, scan, this.#language);
    const rest = text.replace(notOnly, " ").trim();
    return new Passage(rest, cues.scan(unitText(rest).units, rest.length), this.#language);
  }

  #writeProse(start: number, end: number): void {
    if (this.#composed) this.#writer.writeProse(this.#prose, start, end);
    else {
      const composed = unitText(this.#prose.text.slice(start, end).normalize("NFC"));
      this.#writer.writeProse(composed, 0, composed.units.length);
    }
  }
}
