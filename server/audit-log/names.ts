import { sql } from "drizzle-orm";
import type { TenantTransaction } from "@/db/tenant";
import { requireContext } from "@/server/kernel/context";

export type Names = ReadonlyMap<string, string>;

/** What people and things of the org are called now, by their ids. What is gone has no name. */
export async function readNames(tx: TenantTransaction, ids: readonly string[]): Promise<Names> {
  const { orgId } = requireContext();
  const wanted = sql`any(${sql.param([...new Set(ids)])}::text[])`;
  const { rows } = await tx.execute<{ id: string; name: string }>(sql`
    select id::text as id, name from identity."user" where id::text = ${wanted}
    union all select org_id::text, name from tenancy.org where org_id = ${orgId} and org_id::text = ${wanted}
    union all select id::text, name from tenancy.workspace where org_id = ${orgId} and id::text = ${wanted}
    union all select id::text, name from tenancy.project where org_id = ${orgId} and id::text = ${wanted}
    union all select id::text, name from tracking.brand where org_id = ${orgId} and id::text = ${wanted}
    union all select id::text, name from tracking.panel where org_id = ${orgId} and id::text = ${wanted}`);
  return new Map(rows.map(({ id, name }) => [id, name]));
}

/** The id in an actor's label: "0198…" of "user:0198…". */
export function idOfActor(actor: string): string {
  return actor.slice(actor.indexOf(":") + 1);
}

/** Who an actor's label means, in words. */
export function actorName(actor: string, names: Names): string {
  const kind = actor.slice(0, actor.indexOf(":"));
  if (kind === "user") return names.get(idOfActor(actor)) ?? "Somebody whose account is gone";
  if (kind === "operator") return "An operator of CiteStreak";
  if (kind === "api_key") return "An API key";
  if (kind === "webhook") return `A message of ${idOfActor(actor)}`;
  return "CiteStreak";
}
