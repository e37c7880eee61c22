import { type Capture, checkCapture } from "./check-capture";
import type { CaptureFormat, RejectedLine } from "./contract";
import { readRecords } from "./read-records";

export interface ReadCaptures {
  readonly captures: Capture[];
  readonly rejected: RejectedLine[];
}

/** Reads a file of captures without touching anything: what can be used, and for every other line the reason why not. */
export function readCaptures(format: CaptureFormat, content: string, now: Date = new Date()): ReadCaptures {
  const captures: Capture[] = [];
  const rejected: RejectedLine[] = [];
  const firstLine = new Map<string, number>();
  for (const record of readRecords(format, content)) {
    const { line } = record;
    const capture = record.ok ? checkCapture(line, record.value, now) : record.why;
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
