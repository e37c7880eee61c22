import { type Capture, checkCapture } from "./check-capture";
import type { CaptureFormat, RejectedLine } from "./contract";
import { type ReadRecord, readRecords } from "./read-records";

export interface ReadCaptures {
  readonly captures: Capture[];
  readonly rejected: RejectedLine[];
}

/** Real captures are some thousand bytes each, so no file within the size limit holds as many. */
export const MAX_LINES = 100_000;
/** A file with more unusable lines is another kind of file. */
export const MAX_REJECTED = 20_000;

/**
 * Reads a file of captures without touching anything: what can be used, and for every other line the reason why not. A
 * file without end is cut off, and its last rejection says so.
 */
export function readCaptures(format: CaptureFormat, content: string, now: Date = new Date()): ReadCaptures {
  const captures: Capture[] = [];
  const rejected: RejectedLine[] = [];
  const firstLine = new Map<string, number>();
  const limitReached = () => {
    if (rejected.length >= MAX_REJECTED) return `the ${MAX_REJECTED} lines above can't be used`;
    return captures.length + rejected.length >= MAX_LINES ? `a file holds at most ${MAX_LINES} lines` : null;
  };
  readRecords(format, content, (record) => {
    const { line } = record;
    const limit = limitReached();
    const capture = limit === null ? captureOf(record, now) : `from here on nothing was looked at: ${limit}`;
    if (typeof capture === "string") {
      rejected.push({ line, why: capture });
      return limit === null;
    }
    const earlier = firstLine.get(capture.sha256);
    if (earlier === undefined) {
      firstLine.set(capture.sha256, line);
      captures.push(capture);
    } else {
      rejected.push({ line, why: `is the same as line ${earlier}` });
    }
    return true;
  });
  return { captures, rejected };
}

function captureOf(record: ReadRecord, now: Date): Capture | string {
  return record.ok ? checkCapture(record.line, record.value, now) : record.why;
}
