import { withTenant } from "@/db/tenant";
import { csvFile, writeCsv } from "@/server/exports";
import { type Context, requireContext, runInContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { actionWords } from "./action-words";
import { AuditFilter } from "./contract";
import { actorName, idOfActor, readNames } from "./names";
import { type AuditRow, readRows } from "./read-rows";

const COLUMNS = [
  "at",
  "actor",
  "who",
  "action",
  "what",
  "subject_type",
  "subject_id",
  "before",
  "after",
  "detail",
  "request_id",
];
const PAGE = 1_000;

/** A page as lines of a file, and the rest of the log after it. */
interface Page {
  readonly rows: Parameters<typeof writeCsv>[0];
  readonly next: string | null;
}

/**
 * Everything of the audit log that the filter lets through as CSV, the newest first, for admins. A page of rows at a time,
 * each a transaction of its own; the first is read before it returns. A failure later breaks the stream off.
 */
export async function openAuditExport(
  input: AuditFilter,
  now = new Date(),
): Promise<Result<{ fileName: string; body: ReadableStream<Uint8Array> }>> {
  if (!mayDo("audit.read")) return err(forbidden("take the audit log away"));
  const parsed = parseInput(AuditFilter, input);
  if (!parsed.ok) return parsed;
  const first = await readPage(parsed.value, undefined);
  if (!first.ok) return first;
  const fileName = `citestreak-audit-${now.toISOString().slice(0, 10)}.csv`;
  return ok({ fileName, body: streamOf(parsed.value, first.value, requireContext()) });
}

function readPage(filter: AuditFilter, after: string | undefined): Promise<Result<Page>> {
  return withTenant(async (tx) => {
    const rows = await readRows(tx, filter, after, PAGE);
    const names = await readNames(
      tx,
      rows.map(({ actor }) => idOfActor(actor)),
    );
    const cells = rows.map((row: AuditRow) => [
      row.at,
      row.actor,
      actorName(row.actor, names),
      row.action,
      actionWords(row.action),
      row.subjectType,
      row.subjectId,
      row.before,
      row.after,
      row.detail,
      row.requestId,
    ]);
    return ok({ rows: cells, next: rows.length < PAGE ? null : (rows.at(-1)?.id ?? null) });
  });
}

/** Read after the request's own work is done, and only as fast as somebody takes it: it carries the context along. */
function streamOf(filter: AuditFilter, first: Page, context: Context): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let { next } = first;
  return new ReadableStream(
    {
      start(controller) {
        controller.enqueue(encoder.encode(csvFile([COLUMNS, ...first.rows])));
        if (next === null) controller.close();
      },
      async pull(controller) {
        try {
          const page = await runInContext(context, () => readPage(filter, next ?? undefined));
          if (!page.ok) throw page.error;
          next = page.value.next;
          controller.enqueue(encoder.encode(writeCsv(page.value.rows)));
          if (next === null) controller.close();
        } catch (error) {
          logger.error({ err: error, requestId: context.requestId }, "an export of the audit log broke off");
          controller.error(error);
        }
      },
    },
    { highWaterMark: 0 },
  );
}
