import { type Context, requireContext, runInContext } from "@/server/kernel/context";
import { notFound } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { findProject } from "@/server/projects";
import { ExportInput } from "./contract";
import type { ExportPage, ExportScope, ExportTable } from "./export-table";
import { findExportTable } from "./registry";
import { BYTE_ORDER_MARK, writeCsv } from "./write-csv";

export interface OpenExport {
  /** As "citestreak-standing-desks-answers-2026-11-20.csv", with the day of `now` in UTC. */
  readonly fileName: string;
  /** CSV in UTF-8. It holds a page of rows at a time, and reads the next one when it is asked for. */
  readonly body: ReadableStream<Uint8Array>;
}

/**
 * Opens a table of a project for taking away, for every role. The first page is read before it returns, so that what
 * fails at once fails as a refusal. A failure later breaks the stream off: a file that looks whole is whole.
 */
export async function openExport(input: ExportInput, now = new Date()): Promise<Result<OpenExport>> {
  const parsed = parseInput(ExportInput, input);
  if (!parsed.ok) return parsed;
  const { workspace, project, table: tableId, filter } = parsed.value;
  const table = findExportTable(tableId);
  if (!table) return err(notFound("table"));
  const found = await findProject({ workspace, project });
  if (!found.ok) return found;
  const scope = { projectId: found.value.projectId, filter };
  const first = await table.readPage(scope, null);
  if (!first.ok) return first;
  return ok({
    fileName: `citestreak-${found.value.slug}-${table.id}-${now.toISOString().slice(0, 10)}.csv`,
    body: streamOf(table, scope, first.value, requireContext()),
  });
}

/** The stream is read after the request's own work is done, so it carries the context along. */
function streamOf(
  table: ExportTable,
  scope: ExportScope,
  first: ExportPage,
  context: Context,
): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  const header = BYTE_ORDER_MARK + writeCsv([table.columns.map(({ name }) => name)]);
  let next = first.next;
  let wanted = true;
  return new ReadableStream(
    {
      start(controller) {
        controller.enqueue(encoder.encode(header + writeCsv(first.rows)));
        if (next === null) controller.close();
      },
      async pull(controller) {
        try {
          // A page of which nothing matches the filter gives nothing to send, and a pull has to send or close.
          for (let sent = false; !sent && wanted && next !== null; ) {
            const page = await runInContext(context, () => table.readPage(scope, next));
            if (!page.ok) throw page.error;
            if (!wanted) return;
            next = page.value.next;
            sent = page.value.rows.length > 0;
            if (sent) controller.enqueue(encoder.encode(writeCsv(page.value.rows)));
          }
          if (next === null) controller.close();
        } catch (error) {
          logger.error({ err: error, table: table.id, requestId: context.requestId }, "an export broke off");
          controller.error(error);
        }
      },
      cancel() {
        wanted = false;
      },
    },
    // Nothing is read ahead: between two pages no connection is held for a reader that is slow.
    { highWaterMark: 0 },
  );
}
