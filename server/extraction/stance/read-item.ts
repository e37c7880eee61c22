import type { CompiledCues } from "./compile-cues";
import type { CueKind } from "./cue-table";
import type { Cue } from "./find-cues";
import type { Passage } from "./passage";
import type { Reading } from "./reading";

/** How far from its sentence's start a word of advice stands that is said of the item. */
const OPENING = 14;
const SHORT_TEXT = 80;
const PROPERTY = /^[^\p{L}]*(\p{L}[^:：]{0,40})[:：]/u;

/** What an item says of itself: its heading's word, and its text line by line. */
export type ItemText = {
  readonly label: Passage;
  /** The headings above it, the nearest first, down to the text's own. */
  readonly headings: readonly Passage[];
  /** The item's text: what follows its name first, then its properties ("pros: …"). */
  readonly lines: readonly Passage[];
  /** The heads of a table's columns, one to each line. */
  readonly columns: readonly Passage[];
};

type Tally = { praise: number; reservation: number; tail: number; pick: number; against: number };

function kindsIn(cues: readonly Cue[]): ReadonlySet<CueKind> {
  return new Set(cues.map(({ kind }) => kind));
}

function readLine(line: Passage, cues: CompiledCues, tally: Tally): void {
  if (line.cues.length === 0) return;
  const contrast = line.may("contrast") ? ([...line.text.matchAll(cues.contrast)].at(-1)?.index ?? -1) : -1;
  for (const { kind, start } of line.cues) {
    if (kind === "against") {
      const lead =
        line.text
          .slice(0, start)
          .split(/[.;:!?。；！？]/u)
          .at(-1) ?? "";
      if (lead.length <= OPENING || line.text.length <= SHORT_TEXT) tally.against += 1;
      continue;
    }
    tally[kind] += 1;
    if (contrast >= 0 && start > contrast) tally.tail += kind === "reservation" ? 1 : -1;
  }
}

/** A property is told by its name: pros count for the item, cons aren't its point. */
function readProperty(line: Passage, tally: Tally): void {
  if (!line.may("cue")) return;
  const [lead = "", name = ""] = PROPERTY.exec(line.text) ?? [];
  const kinds = kindsIn(line.cuesIn(name, lead.length - name.length - 1));
  if (kinds.has("reservation") || kinds.has("against")) return;
  if (kinds.has("praise") || kinds.has("pick")) tally.praise += 1;
  for (const { kind } of line.cues) if (kind === "praise" || kind === "pick") tally.praise += 1;
}

function readHeading(headings: readonly Passage[], cues: CompiledCues): Reading["stance"] | null {
  for (const heading of headings) {
    const kinds = kindsIn(heading.cues);
    if (kinds.has("against")) return "negative";
    if (kinds.has("reservation")) return "cautioned";
    if (heading.may("heading") && cues.heading.test(heading.text)) return "recommended";
  }
  return null;
}

function readColumns({ columns, lines }: ItemText, tally: Tally): void {
  columns.forEach((column, index) => {
    if (column.cues.length === 0) return;
    const told = (lines[index]?.text ?? "").replace(/[\s–—-]/gu, "") !== "";
    const kinds = kindsIn(column.cues);
    if (told && kinds.has("reservation")) tally.reservation += 2;
    if (told && (kinds.has("praise") || kinds.has("pick"))) tally.praise += 1;
  });
}

function isLong(lines: readonly Passage[]): boolean {
  let length = 0;
  return lines.some((line) => {
    length += line.length;
    return length > SHORT_TEXT;
  });
}

/** Reads an item of a recommendation list, whose name the brand is. */
export function readItem(item: ItemText, cues: CompiledCues): Reading {
  const tally: Tally = { praise: 0, reservation: 0, tail: 0, pick: 0, against: 0 };
  const [first, ...properties] = item.lines;
  readLine(item.label, cues, tally);
  if (item.columns.length > 0) {
    for (const cell of item.lines) readLine(cell, cues, tally);
    readColumns(item, tally);
  } else {
    if (first !== undefined) readLine(first, cues, tally);
    for (const line of properties) readProperty(line, tally);
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
  return { stance: "listed", confidence: isLong(item.lines) ? 0.5 : 0.8 };
}
