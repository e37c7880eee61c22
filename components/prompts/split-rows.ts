/** One row of a paste: where it begins, and its cells as they stand there. */
export interface PastedRow {
  /** Number of its first line, from 1. */
  readonly line: number;
  readonly cells: readonly string[];
}

const LINE_END = /\r\n|[\n\r\u2028\u2029]/gu;
/** A cell as spreadsheets write one with quotes, tabs or line breaks in it: nothing but the cell's end may follow. */
const QUOTED = /[ ]*"((?:[^"]|"")*)"[ ]*(?=[\t;\n\r\u2028\u2029]|$)/uy;

/**
 * Cuts a paste into rows and cells. A line with a tab is split at tabs, as spreadsheets copy; another one at semicolons if
 * `semicolons`. A quote that doesn't close its cell is an ordinary character. Lines without any text are left out.
 */
export function splitRows(paste: string, semicolons: boolean): PastedRow[] {
  const rows: PastedRow[] = [];
  let line = 1;
  for (let at = 0; at < paste.length; ) {
    const first = quotedAt(paste, at);
    const lineEnd = endOfLine(paste, first?.end ?? at);
    const rest = paste.slice(first?.end ?? at, lineEnd);
    const separator = rest.includes("\t") ? "\t" : semicolons ? ";" : undefined;
    const row = readRow(paste, at, separator);
    if (row.cells.some((cell) => cell.trim() !== "")) rows.push({ line, cells: row.cells });
    const next = afterLineEnd(paste, row.end);
    line += countLines(paste.slice(at, next));
    at = next;
  }
  return rows;
}

function readRow(paste: string, from: number, separator: string | undefined) {
  const cells: string[] = [];
  for (let at = from; ; ) {
    const quoted = quotedAt(paste, at);
    const usable = quoted && mayEnd(paste[quoted.end], separator) ? quoted : undefined;
    const end = usable?.end ?? endOfCell(paste, at, separator);
    cells.push(usable?.text ?? paste.slice(at, end));
    if (separator === undefined || paste[end] !== separator) return { cells, end };
    at = end + 1;
  }
}

/** A quoted cell that ends at the other separator is none of this row. */
function mayEnd(next: string | undefined, separator: string | undefined): boolean {
  return next === undefined || next === separator || (next !== "\t" && next !== ";");
}

function quotedAt(paste: string, at: number): { text: string; end: number } | undefined {
  QUOTED.lastIndex = at;
  const found = QUOTED.exec(paste);
  return found ? { text: (found[1] ?? "").replaceAll('""', '"'), end: QUOTED.lastIndex } : undefined;
}

function endOfCell(paste: string, at: number, separator: string | undefined): number {
  const end = endOfLine(paste, at);
  const next = separator === undefined ? -1 : paste.slice(at, end).indexOf(separator);
  return next === -1 ? end : at + next;
}

function endOfLine(paste: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(paste)?.index ?? paste.length;
}

function afterLineEnd(paste: string, at: number): number {
  LINE_END.lastIndex = at;
  return LINE_END.exec(paste) ? LINE_END.lastIndex : paste.length;
}

function countLines(text: string): number {
  return text.match(LINE_END)?.length ?? 0;
}
