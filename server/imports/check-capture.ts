import { createHash } from "node:crypto";
import { CapturedAnswer, engines } from "@/server/engines";
import { PromptInput } from "@/server/panels";

export interface Capture {
  readonly line: number;
  /** Identity of the line: the same content again is the same capture, whichever file it comes in. */
  readonly sha256: string;
  readonly engineId: string;
  readonly answer: CapturedAnswer;
  /** The capture as one JSON object: what is stored as the raw body. */
  readonly rawBody: string;
}

/** No answer engine is older, and each week from the first capture on is a window. */
const EARLIEST = Date.UTC(2022, 0, 1);
const DAY_MS = 86_400_000;

/** One record as a capture, or in words why it can't be one. `now` is when the file is read. */
export function checkCapture(line: number, value: unknown, now: Date): Capture | string {
  const parsed = CapturedAnswer.safeParse(value);
  if (!parsed.success) {
    return parsed.error.issues.map(({ path, message }) => problemOf(value, path, message)).join("; ");
  }
  const answer = parsed.data;
  const engineId = answer.engine.trim().toLowerCase().replaceAll("-", "_");
  if (!engines.some((engine) => engine.id === engineId)) {
    const known = engines.map((engine) => engine.id).join(", ");
    return `engine "${answer.engine.slice(0, 50)}" is unknown: use one of ${known}`;
  }
  const prompt = PromptInput.shape.text.safeParse(answer.prompt);
  if (!prompt.success) return `prompt: ${prompt.error.issues.map(({ message }) => message).join("; ")}`;
  const capturedAt = Date.parse(answer.capturedAt);
  if (capturedAt < EARLIEST) return "capturedAt: lies before 2022, when no answer engine could be asked";
  if (capturedAt > now.getTime() + DAY_MS) return "capturedAt: lies in the future";
  const rawBody = JSON.stringify(value);
  const sha256 = createHash("sha256").update(rawBody).digest("hex");
  return { line, sha256, engineId, answer: { ...answer, prompt: prompt.data }, rawBody };
}

function problemOf(value: unknown, path: readonly PropertyKey[], message: string): string {
  const [field] = path;
  if (field === undefined) return "line: must be an object with engine, prompt, text and capturedAt";
  const given = Object(value)[field];
  const name = path.map(String).join(".");
  if (given === undefined) return `${name}: is missing`;
  if (given === "") return `${name}: is empty`;
  if (field === "capturedAt") {
    return "capturedAt: must be a moment with its time zone, as 2026-10-20T09:00:00Z";
  }
  return `${name}: ${message}`;
}
