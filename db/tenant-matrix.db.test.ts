import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId } from "@/server/kernel/id";
import { err, ok } from "@/server/kernel/result";
import { withoutTenant, withTenant } from "./tenant";
import { agedTables, appendOnlyTables, namespaces } from "./testing/catalog/classification";
import { asOrg } from "./testing/factories";
import { report } from "./testing/long-run";
import { hashOfRows } from "./testing/row-hash";
import { insertRow, readTenantTables, type TenantTable } from "./testing/tenant-rows";
import { testDatabase } from "./testing/test-database";

const { inspect, openAs } = testDatabase({ max: 2 });
const [mine, theirs] = [newId<OrgId>(), newId<OrgId>()];
let tables: TenantTable[];

beforeAll(async () => {
  tables = await readTenantTables(inspect);
  const admin = await openAs("admin", 1).connect();
  const rows = tables.flatMap((table) => [insertRow(table, mine), insertRow(table, theirs)]);
  // "replica" leaves foreign keys and triggers out: one row a table and org is enough here.
  await admin.query(`begin; set local session_replication_role = replica; ${rows.join("; ")}; commit`);
  admin.release();
});

/** What a statement tries on the row of `org`. */
const verbs: Readonly<Record<string, (table: TenantTable, org: OrgId) => string>> = {
  select: (table, org) => `select * from ${table.name} where org_id = '${org}'`,
  lock: (table, org) => `select * from ${table.name} where org_id = '${org}' for update`,
  insert: (table, org) => insertRow(table, org),
  update: (table, org) =>
    `update ${table.name} set ${table.updatable} = ${table.updatable} where org_id = '${org}'`,
  delete: (table, org) => `delete from ${table.name} where org_id = '${org}'`,
  upsert: (table, org) =>
    `${insertRow(table, org)} on conflict (${table.key.join(", ")}) do update set ${table.updatable} = excluded.${table.updatable}`,
  "insert or skip": (table, org) => `${insertRow(table, org)} on conflict do nothing returning org_id`,
  truncate: (table) => `truncate ${table.name} cascade`,
};

type Outcome = { readonly rows: number } | { readonly code: string };

/** Runs one statement as the org, or without any, and keeps what it did unless told to undo it. */
async function attempt(as: OrgId | "nobody", statement: string, undo = false): Promise<Outcome> {
  const work = async (tx: Parameters<Parameters<typeof withoutTenant>[0]>[0]) => {
    const { rowCount } = await tx.execute(sql.raw(statement));
    return undo ? err(new AppError("conflict", String(rowCount ?? 0))) : ok(rowCount ?? 0);
  };
  try {
    const result = await (as === "nobody"
      ? withoutTenant(work)
      : asOrg(as, () => withTenant((tx) => work(tx))));
    return { rows: result.ok ? result.value : Number(result.error.message) };
  } catch (thrown) {
    for (let error = thrown; error instanceof Error; error = error.cause)
      if ("code" in error) return { code: String(error.code) };
    throw thrown;
  }
}

const isNothing = (outcome: Outcome) => ("rows" in outcome ? outcome.rows === 0 : outcome.code === "42501");

/** Tables in which `verb`, tried by `as` on the other org's row, did or saw anything. */
async function leaksOf(verb: string, as: OrgId | "nobody"): Promise<string[]> {
  const leaks: string[] = [];
  for (const table of tables) {
    const outcome = await attempt(as, verbs[verb]?.(table, theirs) ?? "");
    if (!isNothing(outcome)) leaks.push(`${table.name} ${JSON.stringify(outcome)}`);
  }
  return leaks;
}

const grantEverything = `grant select, insert, update, delete on all tables in schema ${namespaces.join(", ")} to citestreak_app`;

describe.each(["as granted", "with every table granted"])("%s", (grants) => {
  let before: string;
  beforeAll(async () => {
    if (grants !== "as granted") await inspect(grantEverything);
    before = await hashOfRows(inspect);
  });

  test.each(
    Object.keys(verbs).flatMap((verb) => [[verb, "nobody"] as const, [verb, "another org"] as const]),
  )("%s by %s reaches no row of any tenant table", async (verb, who) => {
    expect(await leaksOf(verb, who === "nobody" ? "nobody" : mine)).toEqual([]);
  });

  test("an org can neither take another's row nor give its own away", async () => {
    const moved: string[] = [];
    for (const { name } of tables)
      for (const [to, from] of [
        [mine, theirs],
        [theirs, mine],
      ]) {
        const outcome = await attempt(mine, `update ${name} set org_id = '${to}' where org_id = '${from}'`);
        if (!isNothing(outcome)) moved.push(`${name} ${JSON.stringify(outcome)}`);
      }
    expect(moved).toEqual([]);
  });

  test("nothing of it changed a row", async () => {
    expect(await hashOfRows(inspect)).toBe(before);
    const tried = `${tables.length} tenant tables × ${Object.keys(verbs).length} operations × 2 contexts`;
    report("isolation", `${tried}, ${grants}: 0 rows read or changed`);
  });
});

describe("controls: the matrix would see a leak", () => {
  test("it holds every tenant table of the catalog, and a superuser sees both orgs' rows in each", async () => {
    expect(tables.length).toBeGreaterThanOrEqual(27);
    for (const { name } of tables)
      expect([name, await inspect(`select count(*)::int as n from ${name}`)]).toEqual([name, [{ n: 2 }]]);
  });

  test("an org sees its own row in each, and only that, without a WHERE", async () => {
    for (const { name } of tables)
      expect([name, await attempt(mine, `select * from ${name}`)]).toEqual([name, { rows: 1 }]);
  });

  test.each(Object.keys(verbs).filter((verb) => verb !== "truncate"))(
    "the same %s on the own row gets past row-level security in each table",
    async (verb) => {
      const appendOnly = tables
        .map(({ name }) => name)
        .filter((name) => appendOnlyTables.some((each) => each === name));
      const stopped: string[] = [];
      for (const table of tables) {
        const outcome = await attempt(mine, verbs[verb]?.(table, mine) ?? "", true);
        // An insert of the row that stands fails on its key, and a skipped one returns nothing: both got as far as the key.
        const isReached = verb === "insert or skip" ? "rows" in outcome : !isNothing(outcome);
        if (!isReached) stopped.push(table.name);
      }
      const refusing = ["update", "delete", "upsert"].includes(verb) ? appendOnly : [];
      // The made-up body belongs to no run, so it isn't old.
      const young = verb === "delete" ? Object.keys(agedTables) : [];
      expect(stopped.sort()).toEqual([...refusing, ...young].sort());
    },
  );

  test("a table whose row-level security is off shows up as a leak, by name", async () => {
    await inspect("alter table tracking.run disable row level security");
    try {
      expect(await leaksOf("select", mine)).toEqual(['tracking.run {"rows":1}']);
      expect(await leaksOf("select", "nobody")).toEqual(['tracking.run {"rows":1}']);
    } finally {
      await inspect("alter table tracking.run enable row level security");
    }
  });
});
