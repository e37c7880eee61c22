import { sql } from "drizzle-orm";
import { AnswerFilter, answerConditions, readAnswerFilter } from "@/server/answers";
import { requireContext } from "@/server/kernel/context";
import type { ExportTable } from "./export-table";
import { type IdTableSpec, idTable } from "./id-table";

type AnswerTableSpec = Pick<IdTableSpec, "id" | "label" | "description" | "columns" | "from" | "orderWithin">;

/** An export table of what the answers of a project (`a` in its statements) hold, narrowed by the filter of the answer list. */
export function answerTable(spec: AnswerTableSpec): ExportTable {
  return idTable({
    ...spec,
    alias: "a",
    filters: Object.keys(AnswerFilter.shape),
    pagesOf: ({ projectId }) =>
      sql`tracking.answer a where a.org_id = ${requireContext().orgId} and a.project_id = ${projectId}`,
    where: ({ projectId, filter }) => answerConditions(projectId, readAnswerFilter(filter)),
    pageIds: 500,
  });
}
