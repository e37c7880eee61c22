import { eq } from "drizzle-orm";
import { org } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { recordAudit } from "@/server/audit";
import { type Context, requireContext, runInContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result } from "@/server/kernel/result";
import { slugOf } from "@/server/kernel/slug";
import { listMembers } from "@/server/members";
import { mayDo } from "@/server/permissions";
import type { OpenExport } from "../open-export";
import { readRows } from "./read-rows";
import { LEFT_OUT, TAKEN_TABLES, WITHHELD } from "./taken-tables";
import { only, type ZippedFile, zipFiles } from "./zip-stream";

/**
 * Everything that is stored for the org, for its owners, as a zip: a file of JSON lines for each table, the members, what is
 * not in it and why, and hashes. Opening it is on record. A failure on the way breaks the stream off: an archive that opens
 * is whole.
 */
export async function openOrgExport(now = new Date()): Promise<Result<OpenExport>> {
  if (!mayDo("org.export")) return err(forbidden("take the organisation's data away"));
  const context = requireContext();
  const { orgId } = context;
  const named = await withTenant<string>(async (tx) => {
    const [found] = await tx.select({ name: org.name }).from(org).where(eq(org.orgId, orgId));
    await recordAudit(tx, { action: "org.export", subjectType: "org", subjectId: orgId });
    return ok(found?.name ?? "");
  });
  if (!named.ok) return named;
  const day = now.toISOString().slice(0, 10);
  return ok({
    fileName: `citestreak-${slugOf(named.value, new Set())}-everything-${day}.zip`,
    body: streamOf(zipFiles(filesOf(named.value, now)), context),
  });
}

async function* filesOf(name: string, now: Date): AsyncGenerator<ZippedFile> {
  yield { name: "README.md", parts: only(readmeOf(name, now)) };
  const members = await listMembers();
  if (!members.ok) throw members.error;
  yield {
    name: "members.jsonl",
    parts: only(members.value.members.map((member) => `${JSON.stringify(member)}\n`).join("")),
  };
  for (const table of TAKEN_TABLES) yield { name: `${table.name}.jsonl`, parts: linesOf(table) };
}

async function* linesOf(table: (typeof TAKEN_TABLES)[number]): AsyncGenerator<string> {
  for await (const lines of readRows(table)) yield `${lines.join("\n")}\n`;
}

/** Read after the request's own work is done, and only as fast as somebody takes it: it carries the context along. */
function streamOf(bytes: AsyncGenerator<Uint8Array>, context: Context): ReadableStream<Uint8Array> {
  return new ReadableStream(
    {
      async pull(controller) {
        try {
          const { done, value } = await runInContext(context, () => bytes.next());
          if (done) controller.close();
          else controller.enqueue(value);
        } catch (error) {
          logger.error({ err: error, requestId: context.requestId }, "an export of everything broke off");
          controller.error(error);
        }
      },
      async cancel() {
        await bytes.return(undefined);
      },
    },
    { highWaterMark: 0 },
  );
}

function readmeOf(name: string, now: Date): string {
  const left = Object.entries(LEFT_OUT).map(([table, why]) => `- ${table}: ${why}`);
  const withheld = Object.entries(WITHHELD).flatMap(([table, columns]) =>
    Object.entries(columns).map(([column, why]) => `- ${table}.${column}: ${why}`),
  );
  return `# ${name}

Everything that CiteStreak stores for this organisation, begun at ${now.toISOString()}.

- members.jsonl: who may enter.
- One file a table, named after it, one JSON object a line, in the order of the table's key. Moments are ISO 8601, credits
  are whole. \`body\` in tracking.raw_body.jsonl is what an engine sent, gzipped, as base64.
- SHA256SUMS: \`sha256sum -c SHA256SUMS\` checks every file.

Each page of rows was read by itself: what was written while the archive was made may stand in one file and not in another.

## Not in it

${[...left, ...withheld].join("\n")}
`;
}
