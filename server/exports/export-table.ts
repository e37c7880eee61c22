import type { ProjectId } from "@/server/kernel/id";
import type { Result } from "@/server/kernel/result";
import type { ExportTableDto } from "./contract";

/** A value of a file: null is an empty cell, a list or an object is written as JSON. */
export type Cell = string | number | boolean | null | readonly unknown[] | Readonly<Record<string, unknown>>;

export interface ExportScope {
  readonly projectId: ProjectId;
  /** The address's keys and values: each table reads those that it knows. */
  readonly filter: Readonly<Record<string, string>>;
}

export interface ExportPage {
  /** Cells in the order of the columns. */
  readonly rows: readonly (readonly Cell[])[];
  /** What the next page begins after; null on the last. */
  readonly next: readonly string[] | null;
}

/** A table that can be taken away. Each page is a transaction of its own, so none stays open while a file is sent. */
export interface ExportTable extends ExportTableDto {
  readPage(scope: ExportScope, after: readonly string[] | null): Promise<Result<ExportPage>>;
}
