import { z } from "zod";
import { ProjectId } from "@/server/kernel/id";

export const ImportCapturesInput = z.object({
  projectId: ProjectId,
  /** JSONL (one capture a line) or CSV with a header row: engine, prompt, text, capturedAt, and optionally sources. */
  format: z.enum(["jsonl", "csv"]),
  content: z.string().max(200_000_000, "is larger than 200 MB: split it"),
  /** Only says what an import would do. */
  dryRun: z.boolean().default(false),
});
export type ImportCapturesInput = z.input<typeof ImportCapturesInput>;

/** What an import did, or would do: every line is accepted, already known, or rejected with its reason. */
export interface ImportReport {
  readonly lines: number;
  readonly accepted: number;
  readonly alreadyImported: number;
  readonly rejected: readonly { readonly line: number; readonly why: string }[];
}
