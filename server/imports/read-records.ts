import { CsvError, type Info, parse } from "csv-parse/sync";
import type { CaptureFormat } from "./contract";

/** A line (JSONL) or row (CSV) as it stands in the file, or why it can't be read at all. */
export type ReadRecord =
  | { readonly ok: true; readonly line: number; readonly value: unknown }
  | { readonly ok: false; readonly line: number; readonly why: string };

const COLUMNS = ["engine", "prompt", "text", "capturedAt", "sources"] as const;
const REQUIRED = COLUMNS.filter((column) => column !== "sources");

/** Hears each record in the file's order; false ends the reading. */
type Visit = (record: ReadRecord) => boolean;

export function readRecords(format: CaptureFormat, content: string, visit: Visit): void {
  const text = content.replace(/^\uFEFF/, "");
  if (format === "jsonl") readJsonl(text, visit);
  else readCsv(text, visit);
}

function readJsonl(content: string, visit: Visit): void {
  if (/^\s*\[/.test(content)) {
    visit({
      ok: false,
      line: 1,
      why: "is a JSON list: write one object a line, without the brackets around",
    });
    return;
  }
  let line = 0;
  for (let start = 0; start <= content.length; ) {
    const newline = content.indexOf("\n", start);
    const end = newline < 0 ? content.length : newline;
    const text = content.slice(start, end).trim();
    line += 1;
    start = end + 1;
    if (text !== "" && !visit(jsonRecord(line, text))) return;
  }
}

function jsonRecord(line: number, text: string): ReadRecord {
  try {
    return { ok: true, line, value: JSON.parse(text) };
  } catch {
    return { ok: false, line, why: "is not JSON" };
  }
}

class Stop extends Error {}

/** A broken quote spoils what follows it, so reading stops there; the records before it stand. */
function readCsv(content: string, visit: Visit): void {
  let lastLine = 1;
  const headerLine = content.slice(0, 10_000).split(/\r?\n/, 1)[0] ?? "";
  try {
    parse(content, {
      columns(header: string[]) {
        const names = header.map(columnName);
        const missing = REQUIRED.filter((column) => !names.includes(column));
        if (missing.length === 0) return names;
        visit({ ok: false, line: 1, why: `the header row has no ${missing.join(", ")}` });
        throw new Stop();
      },
      delimiter: delimiterOf(headerLine),
      skip_empty_lines: true,
      relax_column_count: true,
      on_record(record: Record<string, string>, { lines }: Info) {
        const line = Math.min(lastLine + 1, lines);
        lastLine = lines;
        if (!visit({ ok: true, line, value: withSources(record) })) throw new Stop();
        return null;
      },
    });
  } catch (error) {
    if (error instanceof CsvError) {
      visit({ ok: false, line: lastLine + 1, why: `is not CSV: ${error.message}` });
    } else if (!(error instanceof Stop)) throw error;
  }
}

/** Spreadsheets of half the world separate by semicolon. The header row tells, since no column's name holds one. */
function delimiterOf(headerLine: string): string {
  const counts = [",", ";", "\t"].map((mark) => ({ mark, count: headerLine.split(mark).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.mark ?? ",";
}

/** "Captured at", "captured_at" and "capturedAt" are one column. */
function columnName(header: string): string {
  const fold = (name: string) => name.toLowerCase().replace(/[\s_-]/g, "");
  return COLUMNS.find((column) => fold(column) === fold(header)) ?? header;
}

function withSources(record: Record<string, string>): unknown {
  const urls = (record.sources ?? "").split(/[\s|]+/).filter((url) => url !== "");
  return { ...record, sources: urls.map((url) => ({ url, title: null })) };
}
