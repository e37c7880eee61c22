import { createHash } from "node:crypto";
import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { insertRow, readTenantTables } from "@/db/testing/tenant-rows";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { openOrgExport } from "./open-org-export";
import { LEFT_OUT, TAKEN_TABLES, WITHHELD } from "./taken-tables";

const { inspect, openAs } = testDatabase();
const [mine, theirs] = [newId<OrgId>(), newId<OrgId>()];
const userId = newId<UserId>();
const OWNER: Actor = { kind: "user", userId, role: "owner" };
/** More than two pages. */
const BRANDS = 450;
const CANARY = "canary-of-the-sealed-key";

beforeAll(async () => {
  const admin = await openAs("admin", 1).connect();
  const rows = (await readTenantTables(inspect)).flatMap((table) => [
    insertRow(table, mine),
    insertRow(table, theirs),
  ]);
  await admin.query(`begin; set local session_replication_role = replica; ${rows.join("; ")};
    insert into tracking.brand (org_id, id, project_id, name, kind)
      select '${mine}', gen_random_uuid(), gen_random_uuid(), 'Brand "' || n || E'"\\n', 'rival' from generate_series(1, ${BRANDS}) n;
    update tenancy.engine_key set sealed = convert_to('${CANARY}', 'UTF8'), wrapped_key = convert_to('${CANARY}', 'UTF8');
    update tenancy.invite set token_hash = convert_to('${CANARY}', 'UTF8');
    update tracking.raw_body set body = convert_to('what came', 'UTF8');
    alter table ops.audit_log alter id restart with 1000;
    commit`);
  admin.release();
});

async function takeAway(actor: Actor = OWNER): Promise<Readonly<Record<string, Uint8Array>>> {
  const { body } = await asOrg(mine, async () => unwrap(await openOrgExport()), actor);
  return unzipSync(new Uint8Array(await new Response(body).arrayBuffer()));
}

const linesIn = (bytes: Uint8Array | undefined) =>
  strFromU8(bytes ?? new Uint8Array())
    .split("\n")
    .slice(0, -1)
    .map((line): unknown => JSON.parse(line));

test("every table with an org's rows is taken along, or is left out for a reason", async () => {
  const known = [...TAKEN_TABLES.map(({ name }) => name), ...Object.keys(LEFT_OUT)].toSorted();
  const rows = await inspect(`
    select n.nspname || '.' || c.relname as name from pg_class c join pg_namespace n on n.oid = c.relnamespace
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'org_id'
    where c.relkind in ('r', 'p') and not c.relispartition and n.nspname !~ '^(pg_|pgboss|local_runtime)'`);
  expect(rows.map(({ name }) => name).toSorted()).toEqual(known);
  expect(TAKEN_TABLES.every(({ key }) => key.length > 0)).toBe(true);
});

test("the archive holds every row of the org, none of another's, and its hashes are right", async () => {
  const files = await takeAway();
  const counted: Record<string, number> = {};
  for (const { name } of TAKEN_TABLES) {
    const lines = linesIn(files[`${name}.jsonl`]);
    counted[name] = lines.length;
    for (const line of lines) expect(line).toMatchObject({ org_id: mine });
  }
  const stored: Record<string, number> = {};
  for (const { name } of TAKEN_TABLES)
    stored[name] = Number(
      (await inspect(`select count(*) from ${name} where org_id = $1`, [mine]))[0]?.count,
    );
  // Its own audit row was written before the first page was read.
  expect(counted).toEqual(stored);
  expect(counted["tracking.brand"]).toBe(BRANDS + 1);
  const names = new Set(
    linesIn(files["tracking.brand.jsonl"]).map((line) => Reflect.get(Object(line), "id")),
  );
  expect(names.size).toBe(BRANDS + 1);
  for (const line of strFromU8(files.SHA256SUMS ?? new Uint8Array())
    .trim()
    .split("\n")) {
    const [sum = "", name = ""] = line.split("  ");
    expect(
      createHash("sha256")
        .update(files[name] ?? "")
        .digest("hex"),
      name,
    ).toBe(sum);
  }
  expect(linesIn(files["tracking.raw_body.jsonl"])).toMatchObject([
    { body: Buffer.from("what came").toString("base64") },
  ]);
});

test("no sealed key and no hash of a link leaves, in any spelling; what is withheld is said", async () => {
  const files = await takeAway();
  const everything = Object.values(files)
    .map((bytes) => strFromU8(bytes))
    .join("\n");
  const spellings = (["utf8", "base64", "hex"] as const).map((encoding) =>
    Buffer.from(CANARY).toString(encoding),
  );
  for (const spelling of spellings) expect(everything).not.toContain(spelling);
  // Control: it is stored, and a column that isn't withheld would show it.
  const [row] = await inspect(
    "select to_jsonb(k)::text as line from tenancy.engine_key k where org_id = $1",
    [mine],
  );
  expect(row?.line).toContain(spellings[2]);
  const readme = strFromU8(files["README.md"] ?? new Uint8Array());
  for (const name of [...Object.keys(LEFT_OUT), ...Object.keys(WITHHELD)]) expect(readme).toContain(name);
});

test("only an owner may, and it is on record who did", async () => {
  for (const role of ["admin", "member", "viewer", "client_viewer"] as const)
    expect(await asOrg(mine, openOrgExport, { kind: "user", userId, role })).toMatchObject({ ok: false });
  const rowsOfExports = () =>
    inspect("select actor from ops.audit_log where org_id = $1 and action = 'org.export'", [mine]);
  const before = (await rowsOfExports()).length;
  await takeAway();
  expect((await rowsOfExports()).slice(before)).toEqual([{ actor: `user:${userId}` }]);
});

test("a failure on the way breaks the archive off", async () => {
  const { body } = await asOrg(mine, async () => unwrap(await openOrgExport()), OWNER);
  const reader = body.getReader();
  await reader.read();
  await inspect("alter table tracking.review_setting rename to away");
  try {
    const rest = (async () => {
      while (!(await reader.read()).done);
    })();
    await expect(rest).rejects.toThrow();
  } finally {
    await inspect("alter table tracking.away rename to review_setting");
  }
});
