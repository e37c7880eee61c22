import type { Span } from "@/server/extraction/extraction-types";
import type { UnitText } from "@/server/extraction/normalise/unit-text";
import type { Item } from "@/server/extraction/structure/item-collector";
import { AnswerLines } from "./answer-lines";
import type { CompiledCues } from "./compile-cues";
import { detectLanguage } from "./detect-language";
import { locateItem, opensItemLine } from "./locate-item";
import type { Passage } from "./passage";
import { type Naming, PassageReader } from "./passage-reader";
import { readItem } from "./read-item";
import { readSentence } from "./read-sentence";
import type { Reading } from "./reading";
import { sentenceAfter, sentenceAround } from "./sentence-bounds";
import type { StanceJudgement } from "./stance-types";
import { STANCE_RULES_VERSION } from "./stance-version";
import { startedBy } from "./started-by";
import { type PlacedReading, weighReadings } from "./weigh-readings";

/** Namings of a brand that are read in one answer: its later ones seldom say something new. */
const MOST_READ = 5;
/** A word in lower case before a name: the label is part of a sentence. */
const SHORTEST_SPEECH = 4;
const SPEAKS = /(?<!\p{L})\p{Ll}{3,} /u;

/** Judges a brand, by its number, from where it is named. */
export type StanceJudge = (brand: number, spans: readonly Span[]) => StanceJudgement;

/** Reads one answer for whichever brands it is asked about; each naming costs a bounded stretch of text around it. */
class AnswerJudge {
  readonly #prose: string;
  readonly #lines: AnswerLines;
  readonly #labels: readonly Span[];
  readonly #language: CompiledCues;
  readonly #passages: PassageReader;

  constructor(text: UnitText, items: readonly Item[], namings: readonly Naming[]) {
    const { text: prose } = text;
    this.#prose = prose;
    this.#lines = new AnswerLines(prose);
    this.#labels = items.flatMap((item) => item.labels).sort((left, right) => left.start - right.start);
    this.#language = detectLanguage(text);
    this.#passages = new PassageReader(text, namings, this.#language);
  }

  judge(brand: number, spans: readonly Span[]): StanceJudgement {
    const readings: PlacedReading[] = [];
    let readTo = 0;
    for (const span of spans) {
      // Two namings in one sentence or label are read once.
      if (span.end <= readTo) continue;
      const label = this.#labelOf(span);
      // "Choose Acme over Orvella: …" looks like an item's label, and says more as a sentence.
      const speaks = label === null || this.#speaks(label.start, span.start);
      const sentence = speaks ? sentenceAround(this.#prose, span) : span;
      const said = speaks ? this.#readSentence(sentence, brand) : null;
      readTo = Math.max(sentence.end, label?.end ?? 0);
      if (said !== null && (label === null || said.stance !== "neutral"))
        readings.push({ ...said, item: false });
      else if (label !== null) readings.push({ ...this.#readItem(label, brand), item: true });
      if (readings.length === MOST_READ) break;
    }
    const { stance, confidence } = weighReadings(readings);
    return { stance, stanceConfidence: confidence, stanceBy: `rules@${STANCE_RULES_VERSION}` };
  }

  #speaks(start: number, end: number): boolean {
    return end - start >= SHORTEST_SPEECH && SPEAKS.test(this.#prose.slice(start, end));
  }

  #labelOf(span: Span): Span | null {
    const label = this.#labels[startedBy(this.#labels, span.start) - 1];
    if (label !== undefined && span.end <= label.end) return label;
    return opensItemLine(this.#prose, this.#lines, span) ? span : null;
  }

  #readSentence(sentence: Span, brand: number): Reading {
    const after = sentenceAfter(this.#prose, sentence);
    return readSentence(
      this.#passages.read(sentence, brand),
      this.#passages.read(after, brand),
      this.#language,
    );
  }

  #readItem(label: Span, brand: number): Reading {
    const next = this.#labels[startedBy(this.#labels, label.start)]?.start ?? this.#prose.length;
    const place = locateItem(this.#prose, this.#lines, label, next);
    const lines = place.cells.length > 0 ? place.cells : linesOf(this.#prose, place.body);
    return readItem(
      {
        label: this.#passages.read(place.label, brand),
        headings: this.#readAll(place.headings, brand),
        columns: this.#readAll(place.columns, brand),
        lines: this.#readAll(lines, brand),
      },
      this.#language,
    );
  }

  #readAll(stretches: readonly Span[], brand: number): Passage[] {
    return stretches.map((stretch) => this.#passages.read(stretch, brand));
  }
}

/**
 * The rules' judge of one answer: its masked prose, its items, and all namings of tracked brands in reading order. Pure
 * and deterministic, never throws; an answer is read no further than it is asked about.
 */
export function stanceJudge(
  prose: UnitText,
  items: readonly Item[],
  namings: readonly Naming[],
): StanceJudge {
  let judge: AnswerJudge | undefined;
  return (brand, spans) => {
    judge ??= new AnswerJudge(prose, items, namings);
    return judge.judge(brand, spans);
  };
}

function linesOf(prose: string, body: Span): Span[] {
  const lines: Span[] = [];
  for (let start = body.start; start < body.end; ) {
    const found = prose.indexOf("\n", start);
    const end = found < 0 || found > body.end ? body.end : found;
    if (prose.slice(start, end).trim() !== "") lines.push({ start, end });
    start = end + 1;
  }
  return lines;
}
