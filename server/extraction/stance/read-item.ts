import type { CompiledCues } from "./compile-cues";
import { findCues } from "./find-cues";
import type { Reading } from "./reading";

/** How far from its sentence's start a word of advice stands that is said of the item. */
const OPENING = 14;
const SHORT_TEXT = 80;

/** What an item says of itself: its heading's word, and its text line by line, each as a passage. */
export type ItemText = {
  readonly label: string;
  /** The headings above it, the nearest first, down to the text's own. */
  readonly headings: readonly string[];
  /** The item's text: what follows its name first, then its properties ("pros: …"). */
  readonly lines: readonly string[];
  /** The heads of a table's columns, one to each line. */
  readonly columns: readonly string[];
};

type Tally = { praise: number; reservation: number; tail: number; pick: number; against: number };

function readLine(line: string, cues: CompiledCues, tally: Tally): void {
  const contrast = [...line.matchAll(cues.contrast)].at(-1)?.index ?? -1;
  for (const { kind, start } of findCues(line, cues)) {
    if (kind === "against") {
      const lead =
        line
          .slice(0, start)
          .split(/[.;:!?。；！？]/u)
          .at(-1) ?? "";
      if (lead.length <= OPENING || line.length <= SHORT_TEXT) tally.against += 1;
      continue;
    }
    tally[kind] += 1;
    if (contrast >= 0 && start > contrast) tally.tail += kind === "reservation" ? 1 : -1;
  }
}

/** A property is told by its name: pros count for the item, cons aren't its point. */
function readProperty(line: string, cues: CompiledCues, tally: Tally): void {
  const name = /^[^\p{L}]*(\p{L}[^:：]{0,40})[:：]/u.exec(line)?.[1] ?? "";
  const kinds = new Set(findCues(name, cues).map(({ kind }) => kind));
  if (kinds.has("reservation") || kinds.has("against")) return;
  if (kinds.has("praise") || kinds.has("pick")) tally.praise += 1;
  for (const { kind } of findCues(line, cues)) if (kind === "praise" || kind === "pick") tally.praise += 1;
}

function readHeading(headings: readonly string[], cues: CompiledCues): Reading["stance"] | null {
  for (const heading of headings) {
    const kinds = new Set(findCues(heading, cues).map(({ kind }) => kind));
    if (kinds.has("against")) return "negative";
    if (kinds.has("reservation")) return "cautioned";
    if (cues.heading.test(heading)) return "recommended";
  }
  return null;
}

function readColumns({ columns, lines }: ItemText, cues: CompiledCues, tally: Tally): void {
  columns.forEach((column, index) => {
    const told = (lines[index] ?? "").replace(/[\s–—-]/gu, "") !== "";
    const kinds = new Set(findCues(column, cues).map(({ kind }) => kind));
    if (told && kinds.has("reservation")) tally.reservation += 2;
    if (told && (kinds.has("praise") || kinds.has("pick"))) tally.praise += 1;
  });
}

/** Reads an item of a recommendation list, whose name the brand is. */
export function readItem(item: ItemText, cues: CompiledCues): Reading {
  const tally: Tally = { praise: 0, reservation: 0, tail: 0, pick: 0, against: 0 };
  const [first = "", ...properties] = item.lines;
  readLine(item.label, cues, tally);
  if (item.columns.length > 0) {
    for (const cell of item.lines) readLine(cell, cues, tally);
    readColumns(item, cues, tally);
  } else {
    readLine(first, cues, tally);
    for (const line of properties) readProperty(line, cues, tally);
  }
  const above = readHeading(item.headings, cues);
  if (above === "negative" || tally.against > 0) return { stance: "negative", confidence: 0.85 };
  if (tally.pick > 0 && tally.tail <= 0) return { stance: "recommended", confidence: 0.9 };
  const good = tally.praise + tally.pick;
  if (tally.reservation > good || (tally.tail > 0 && good <= tally.reservation + 1))
    return { stance: "cautioned", confidence: 0.75 };
  if (above === "cautioned" && good === 0) return { stance: "cautioned", confidence: 0.75 };
  if (good > 0) return { stance: "recommended", confidence: 0.8 };
  if (above === "recommended") return { stance: "recommended", confidence: 0.7 };
  return { stance: "listed", confidence: item.lines.join("").length > SHORT_TEXT ? 0.5 : 0.8 };
}
