import { sql } from "drizzle-orm";
import pg from "pg";
import { expect, test } from "vitest";
import { createTestOrg, createTestProject, createTestRun, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { newId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { attempt, reserve, settle } from "./testing/in-org";
import { writeCheckpoint } from "./write-checkpoint";

const { urls, inspect } = testDatabase();

const TABLES = ["credits.entry", "credits.settlement", "credits.checkpoint"];
const CHANGES = TABLES.flatMap((table) => [
  [`update ${table} set org_id = org_id`] as const,
  [`delete from ${table}`] as const,
  [`truncate ${table}`] as const,
]);

/** An org with a row in each of the three tables. */
async function scene() {
  const orgId = await createTestOrg({ credits: 100 });
  const { runId, askIds } = await createTestRun(orgId, await createTestProject(orgId));
  const reservationId = unwrap(await reserve(orgId, runId, 10));
  unwrap(await settle(orgId, reservationId, askIds[0] ?? newId(), 10));
  await attempt(orgId, async (tx) => ok(await writeCheckpoint(tx)));
  return orgId;
}

const counts = () => Promise.all(TABLES.map(async (table) => (await inspect(`select from ${table}`)).length));

/** The SQLSTATE and message that `change` is refused with. */
async function refusal(change: Promise<unknown>): Promise<string> {
  try {
    await change;
  } catch (thrown) {
    for (let error = thrown; error instanceof Error; error = error.cause) {
      if ("code" in error) return `${String(error.code)} ${error.message}`;
    }
  }
  return "allowed";
}

test.each(CHANGES)("the app role has no grant for: %s", async (change) => {
  const orgId = await scene();
  const before = await counts();
  expect(await refusal(inOrg(orgId, (tx) => tx.execute(sql.raw(change))))).toMatch(
    /^42501 permission denied/,
  );
  expect(await counts()).toEqual(before);
});

test.each(CHANGES)("a trigger refuses the owner and the superuser: %s", async (change) => {
  await scene();
  const before = await counts();
  expect(before.every((count) => count > 0)).toBe(true);
  const owner = new pg.Client({ connectionString: urls.owner });
  await owner.connect();
  expect(await refusal(owner.query(change))).toMatch(/^42501 .*is append-only$/);
  await owner.end();
  expect(await refusal(inspect(change))).toMatch(/^42501 .*is append-only$/);
  expect(await counts()).toEqual(before);
});

test("control: with the triggers off the superuser's change goes through", async () => {
  await scene();
  await inspect(
    "begin; set local session_replication_role = replica; delete from credits.checkpoint; commit",
  );
  expect((await counts())[2]).toBe(0);
});
