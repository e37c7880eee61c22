import { z } from "zod";

/** A table of a project, by its address; `filter` holds the keys and values of the screens' own addresses. */
export const ExportInput = z.object({
  workspace: z.string().min(1).max(100),
  project: z.string().min(1).max(100),
  table: z.string().min(1).max(50),
  filter: z.record(z.string(), z.string().max(1_000)).default({}),
});
export type ExportInput = z.input<typeof ExportInput>;

/** What a table holds, for those who read its file. */
export interface ExportTableDto {
  readonly id: string;
  readonly label: string;
  readonly description: string;
  /** Keys of the address that narrow it, as the screens write them. */
  readonly filters: readonly string[];
  readonly columns: readonly { readonly name: string; readonly about: string }[];
}
