import { parse } from "libpg-query";
import type pg from "pg";
import { roles } from "@/db/testing/catalog/classification";
import type { AppStatement } from "./recordings";
import { nameOf, nodesOf } from "./syntax-tree";

/**
 * What the app of before could no longer do, as `previous-app: why: statement`. Takes a superuser's connection inside a
 * transaction that has the new schema; it leaves nothing behind. Each statement is planned as the app role (names, types,
 * grants, ON CONFLICT targets), every INSERT has to name the columns that need a value, and those with values are executed
 * (without foreign keys: only their own row is there).
 */
export async function previousAppFaults(
  admin: pg.Client,
  statements: readonly AppStatement[],
): Promise<string[]> {
  const needed = await readNeededColumns(admin);
  const faults: string[] = [];
  for (const { text, values } of statements) {
    const why =
      (await refusal(admin, `set local role ${roles.app}`, `explain (generic_plan) ${text}`)) ??
      (await missingColumns(text, needed)) ??
      (values && (await refusal(admin, "set local session_replication_role = replica", text, values)));
    if (why !== undefined)
      faults.push(`previous-app: ${why}: ${text.replaceAll(/\s+/g, " ").trim().slice(0, 160)}`);
  }
  return faults;
}

/** What Postgres says against `text`; all of it is undone. */
async function refusal(
  admin: pg.Client,
  setting: string,
  text: string,
  values?: unknown[],
): Promise<string | undefined> {
  await admin.query(`savepoint trial; ${setting}`);
  try {
    await admin.query(text, values);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  } finally {
    await admin.query("rollback to savepoint trial; release savepoint trial");
  }
}

/** Columns that every INSERT into the table has to name, table by table. */
async function readNeededColumns(admin: pg.Client): Promise<Map<string, string[]>> {
  const { rows } = await admin.query<{ table: string; columns: string[] }>(
    `select n.nspname || '.' || c.relname as table, array_agg(a.attname::text) as columns
     from pg_attribute a join pg_class c on c.oid = a.attrelid join pg_namespace n on n.oid = c.relnamespace
     where a.attnum > 0 and not a.attisdropped and a.attnotnull and not a.atthasdef and a.attidentity = ''
       and c.relkind in ('r', 'p') group by 1`,
  );
  return new Map(rows.map((row) => [row.table, row.columns]));
}

async function missingColumns(
  text: string,
  needed: ReadonlyMap<string, readonly string[]>,
): Promise<string | undefined> {
  const missing = nodesOf(await parse(text), "InsertStmt").flatMap(({ relation, cols }) => {
    // Without a list it fills the columns as they stand: planning and executing it say whether it still does.
    if (cols === undefined) return [];
    const named = nodesOf(cols, "ResTarget").map(({ name }) => name);
    return (needed.get(nameOf(relation)) ?? []).filter((column) => !named.includes(column));
  });
  return missing.length === 0 ? undefined : `the INSERT gives no value to ${missing.join(", ")}`;
}
