import { z } from "zod";
import { IdempotencyKey } from "@/server/idempotency/contract";
import { ProjectId, type RunId } from "@/server/kernel/id";

/** What the import screen takes at once, in bytes of text. The command line takes more: the verbs' own limit. */
export const IMPORT_SCREEN_MAX_BYTES = 20_000_000;
/** Reasons that a preview spells out; beyond them it only counts. */
export const PREVIEW_MAX_REJECTED = 10_000;

export const CaptureFormat = z.enum(["jsonl", "csv"]);
export type CaptureFormat = z.infer<typeof CaptureFormat>;

const Captures = z.object({
  projectId: ProjectId,
  /** JSONL (one capture a line) or CSV with a header row: engine, prompt, text, capturedAt, and optionally sources. */
  format: CaptureFormat.optional(),
  /** Where no format is given, it is read from the file's name and content. */
  fileName: z.string().max(1_000).optional(),
  content: z.string().max(200_000_000, "is larger than 200 MB: split it"),
});

export const PreviewImportInput = Captures;
export type PreviewImportInput = z.input<typeof PreviewImportInput>;

export const StartImportInput = z.discriminatedUnion("dryRun", [
  Captures.extend({ dryRun: z.literal(false).optional(), idempotencyKey: IdempotencyKey }),
  /** Only says what an import would do. */
  Captures.extend({ dryRun: z.literal(true) }),
]);
export type StartImportInput = z.input<typeof StartImportInput>;

export interface RejectedLine {
  /** Counted from 1; of a CSV record over several lines, the first. */
  readonly line: number;
  readonly why: string;
}

/** What an import did, or would do: every line is accepted, already known, or rejected with its reason. */
export interface ImportReport {
  readonly lines: number;
  readonly accepted: number;
  readonly alreadyImported: number;
  readonly rejected: readonly RejectedLine[];
}

/** What an import would do, and what its file holds: the usable lines of it, known ones included. Times are ISO 8601 UTC. */
export interface ImportPreview {
  readonly format: CaptureFormat;
  readonly lines: number;
  readonly accepted: number;
  readonly alreadyImported: number;
  readonly rejectedCount: number;
  /** The first `PREVIEW_MAX_REJECTED` of them. */
  readonly rejected: readonly RejectedLine[];
  readonly engines: readonly {
    readonly engineId: string;
    readonly label: string;
    readonly answers: number;
  }[];
  readonly prompts: number;
  /** Prompts that the project's panel of imported prompts doesn't hold yet. */
  readonly newPrompts: number;
  /** The earliest and the latest moment that an answer was captured; null where no line is usable. */
  readonly from: string | null;
  readonly to: string | null;
  /** Why none of it can come in, although lines are fine: too many prompts for the panel. */
  readonly refusal: string | null;
}

/** An import that stands in the database as claimed asks of a run, and waits to be recorded. */
export interface StartedImport {
  readonly report: ImportReport;
  /** Null: nothing was new, so nothing was made. */
  readonly runId: RunId | null;
}

/** What the import screen learns once its file is stored: how much, and which run is recording it. */
export interface ImportAccepted {
  readonly accepted: number;
  readonly alreadyImported: number;
  readonly runId: RunId | null;
}

/** What a person needs to know to make a file: the engines that a line may name. */
export interface ImportGuide {
  readonly engines: readonly { readonly engineId: string; readonly label: string }[];
}
