import { createHash } from "node:crypto";
import { CsvError, parse } from "csv-parse/sync";
import { CapturedAnswer, engines } from "@/server/engines";
import { PROMPT_MAX_CHARACTERS } from "@/server/panels";

export interface Capture {
  readonly line: number;
  /** Identity of the line: the same content again is the same capture, whichever file it comes in. */
  readonly sha256: string;
  readonly engineId: string;
  readonly answer: CapturedAnswer;
  /** The capture as one JSON object: what is stored as the raw body. */
  readonly rawBody: string;
}

export interface ReadCaptures {
  readonly captures: Capture[];
  readonly rejected: { line: number; why: string }[];
}

/** Reads a file of captures without touching anything: what can be used, and for every other line the reason why not. */
export function readCaptures(format: "jsonl" | "csv", content: string): ReadCaptures {
  const captures: Capture[] = [];
  const rejected: { line: number; why: string }[] = [];
  const firstLine = new Map<string, number>();
  for (const record of format === "jsonl" ? jsonlRecords(content) : csvRecords(content)) {
    const capture = record.ok ? checkCapture(record.line, record.value) : record.why;
    const { line } = record;
    if (typeof capture === "string") {
      rejected.push({ line, why: capture });
      continue;
    }
    const earlier = firstLine.get(capture.sha256);
    if (earlier === undefined) {
      firstLine.set(capture.sha256, line);
      captures.push(capture);
    } else {
      rejected.push({ line, why: `is the same as line ${earlier}` });
    }
  }
  return { captures, rejected };
}

type ReadRecord = { ok: true; line: number; value: unknown } | { ok: false; line: number; why: string };

function* jsonlRecords(content: string): Generator<ReadRecord> {
  let line = 0;
  for (const text of content.replace(/^\uFEFF/, "").split(/\r?\n/)) {
    line += 1;
    if (text.trim() === "") continue;
    try {
      yield { ok: true, line, value: JSON.parse(text) };
    } catch {
      yield { ok: false, line, why: "is not JSON" };
    }
  }
}

/** A broken quote spoils what follows it, so reading stops there; the records before it stand. */
function* csvRecords(content: string): Generator<ReadRecord> {
  const rows: { info: { lines: number }; record: Record<string, string> }[] = [];
  try {
    parse(content, {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_column_count: true,
      on_record: (record: Record<string, string>, { lines }) => {
        rows.push({ info: { lines }, record });
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    yield* rows.map(csvRecord);
    yield { ok: false, line: Number(error.lines ?? 0), why: `is not CSV: ${error.message}` };
    return;
  }
  yield* rows.map(csvRecord);
}

function csvRecord({
  info,
  record,
}: {
  info: { lines: number };
  record: Record<string, string>;
}): ReadRecord {
  const urls = (record.sources ?? "").split(/[\s|]+/).filter((url) => url !== "");
  return {
    ok: true,
    line: info.lines,
    value: { ...record, sources: urls.map((url) => ({ url, title: null })) },
  };
}

function checkCapture(line: number, value: unknown): Capture | string {
  const parsed = CapturedAnswer.safeParse(value);
  if (!parsed.success) {
    const fields = parsed.error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`);
    return fields.join("; ");
  }
  const answer = parsed.data;
  const engineId = answer.engine.trim().toLowerCase().replaceAll("-", "_");
  if (!engines.some((engine) => engine.id === engineId)) {
    return `engine "${answer.engine}" is unknown: use one of ${engines.map((engine) => engine.id).join(", ")}`;
  }
  const prompt = answer.prompt.trim();
  if (prompt === "" || prompt.length > PROMPT_MAX_CHARACTERS) {
    return `prompt: must have 1 to ${PROMPT_MAX_CHARACTERS} characters`;
  }
  const rawBody = JSON.stringify(value);
  const sha256 = createHash("sha256").update(rawBody).digest("hex");
  return { line, sha256, engineId, answer: { ...answer, prompt }, rawBody };
}
