import type { Span } from "@/server/extraction/extraction-types";
import type { Item } from "@/server/extraction/structure/item-collector";
import { detectLanguage } from "./detect-language";
import { type ItemPlace, locateItem, opensItemLine } from "./locate-item";
import { makePassage, type Naming } from "./make-passage";
import { readItem } from "./read-item";
import { readSentence } from "./read-sentence";
import { sentenceAfter, sentenceAround } from "./sentence-bounds";
import type { StanceJudgement } from "./stance-types";
import { STANCE_RULES_VERSION } from "./stance-version";
import { type PlacedReading, weighReadings } from "./weigh-readings";

/** Namings of a brand that are read in one answer: its later ones seldom say something new. */
const MOST_READ = 5;
/** A word in lower case before a name: the label is part of a sentence. */
const SPEAKS = /(?<!\p{L})\p{Ll}{3,} /u;

/** Judges a brand, by its number, from where it is named. */
export type StanceJudge = (brand: number, spans: readonly Span[]) => StanceJudgement;

/** How many of the spans, sorted by start, start at `value` or before it. */
function startedBy(sorted: readonly Span[], value: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((sorted[middle]?.start ?? 0) > value) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * The rules' judge of one answer: its masked prose, its items, and all namings of tracked brands in reading order. Pure
 * and deterministic, never throws; each naming costs a bounded stretch of text around it.
 */
export function stanceJudge(prose: string, items: readonly Item[], namings: readonly Naming[]): StanceJudge {
  const cues = detectLanguage(prose);
  const labels = items.flatMap((item) => item.labels).sort((left, right) => left.start - right.start);

  const labelOf = (span: Span): Span | null => {
    const label = labels[startedBy(labels, span.start) - 1];
    if (label !== undefined && span.end <= label.end) return label;
    return opensItemLine(prose, span) ? span : null;
  };

  // Headings and sentences without a naming read the same for every brand.
  const unnamed = new Map<number, { end: number; passage: string }>();
  const passageOf = (stretch: Span, brand: number) => {
    const from = startedBy(namings, stretch.start - 1);
    const within = namings
      .slice(from, startedBy(namings, stretch.end))
      .filter(({ end }) => end <= stretch.end);
    if (within.length > 0) return makePassage(prose, stretch, within, brand, cues);
    const known = unnamed.get(stretch.start);
    if (known?.end === stretch.end) return known.passage;
    const passage = makePassage(prose, stretch, within, brand, cues);
    unnamed.set(stretch.start, { end: stretch.end, passage });
    return passage;
  };

  return (brand, spans) => {
    const passage = (stretch: Span) => passageOf(stretch, brand);
    const textOf = ({ label, body, cells, columns, headings }: ItemPlace) => ({
      label: passage(label),
      headings: headings.map(passage),
      columns: columns.map(passage),
      lines: cells.length > 0 ? cells.map(passage) : linesOf(prose, body).map(passage),
    });
    const readIn = (sentence: Span) =>
      readSentence(passage(sentence), () => passage(sentenceAfter(prose, sentence)), cues);
    const readAt = (label: Span) => {
      const next = labels[startedBy(labels, label.start)]?.start ?? prose.length;
      return readItem(textOf(locateItem(prose, label, next)), cues);
    };
    const readings: PlacedReading[] = [];
    let readTo = 0;
    for (const span of spans) {
      // Two namings in one sentence or label are read once.
      if (span.end <= readTo) continue;
      const label = labelOf(span);
      // "Choose Acme over Orvella: …" looks like an item's label, and says more as a sentence.
      const speaks = label === null || SPEAKS.test(prose.slice(label.start, span.start));
      const sentence = speaks ? sentenceAround(prose, span) : span;
      const said = speaks ? readIn(sentence) : null;
      readTo = Math.max(sentence.end, label?.end ?? 0);
      if (said !== null && (label === null || said.stance !== "neutral"))
        readings.push({ ...said, item: false });
      else if (label !== null) readings.push({ ...readAt(label), item: true });
      if (readings.length === MOST_READ) break;
    }
    const { stance, confidence } = weighReadings(readings);
    return { stance, stanceConfidence: confidence, stanceBy: `rules@${STANCE_RULES_VERSION}` };
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
