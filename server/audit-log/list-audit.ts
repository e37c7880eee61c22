import { sql } from "drizzle-orm";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";
import { forbidden } from "@/server/kernel/errors";
import { parseInput } from "@/server/kernel/parse-input";
import { err, ok, type Result } from "@/server/kernel/result";
import { mayDo } from "@/server/permissions";
import { ACTION_WORDS } from "./action-words";
import { type AuditPageDto, ListAuditInput } from "./contract";
import { actorName, idOfActor, readNames } from "./names";
import { readRows } from "./read-rows";
import { shownRow } from "./shown-row";

/** Rows on a page of the screen. */
export const PAGE = 50;

/**
 * A page of who did what in the org, the newest first, for admins. The next one is asked for with its `next`: what is
 * written in between moves no page.
 */
export async function listAudit(input: ListAuditInput = {}): Promise<Result<AuditPageDto>> {
  if (!mayDo("audit.read")) return err(forbidden("see what was done"));
  const parsed = parseInput(ListAuditInput, input);
  if (!parsed.ok) return parsed;
  const { after, ...filter } = parsed.value;
  return withTenant(async (tx) => {
    const found = await readRows(tx, filter, after, PAGE + 1);
    const rows = found.slice(0, PAGE);
    const actors = await readActors(tx);
    const names = await readNames(
      tx,
      [...actors, ...rows.map(({ actor }) => actor)].map(idOfActor).concat(rows.flatMap(idsIn)),
    );
    return ok({
      rows: rows.map((row) => shownRow(row, names)),
      next: found.length > PAGE ? (rows.at(-1)?.id ?? null) : null,
      actors: actors
        .map((who) => ({ who, name: actorName(`${who}${who.includes(":") ? "" : ":"}`, names) }))
        .toSorted((a, b) => a.name.localeCompare(b.name)),
      actions: Object.entries(ACTION_WORDS)
        .map(([action, words]) => ({ action, words }))
        .toSorted((a, b) => a.words.localeCompare(b.words)),
    });
  });
}

/** Every person who did something, and every other kind of actor once. */
async function readActors(tx: TenantTransaction): Promise<string[]> {
  const { rows } = await tx.execute<{ who: string }>(sql`
    select distinct case when actor like 'user:%' then actor else split_part(actor, ':', 1) end as who
    from ops.audit_log where org_id = ${requireContext().orgId}`);
  return rows.map(({ who }) => who);
}

/** Whatever in a row may be the id of something with a name. */
function idsIn({ subjectId, before, after, detail }: Awaited<ReturnType<typeof readRows>>[number]): string[] {
  const values = [before, after, detail].flatMap((fields) => Object.values(fields ?? {}));
  return [subjectId, ...values.filter((value) => typeof value === "string")];
}
