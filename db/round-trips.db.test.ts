import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import type { OrgId } from "@/server/kernel/id";
import { ok } from "@/server/kernel/result";
import { openPool } from "./client";
import { statement } from "./statement";
import { type TenantTransaction, useDatabase, withTenant } from "./tenant";
import { asOrg, createTestOrg } from "./testing/factories";
import { openRoundTripRelay, type RoundTripRelay } from "./testing/round-trip-relay";
import { testDatabase } from "./testing/test-database";

const { urls } = testDatabase();
const countOrgs = statement<{ n: number }>("test_count_orgs", "select count(*)::int as n from tenancy.org");
const rename = statement<{ name: string }>(
  "test_rename",
  "update tenancy.org set name = $1 where name <> $1 returning name",
);
const divide = statement<{ n: number }>("test_divide", "select $1::int / 0 as n");
const nameOf = statement<{ name: string }>("test_name", "select name from tenancy.org");

let orgId: OrgId;
let relay: RoundTripRelay;
beforeAll(async () => {
  orgId = await createTestOrg();
  if (inject("driver") !== "node-postgres") return;
  relay = await openRoundTripRelay(urls.app);
  const pool = openPool(relay.through(urls.app), { max: 1 });
  useDatabase(pool);
  return () => pool.end();
});

async function inOrg<T>(work: (tx: TenantTransaction) => Promise<T>): Promise<T> {
  const result = await asOrg(orgId, () => withTenant(async (tx) => ok(await work(tx))));
  if (!result.ok) throw result.error;
  return result.value;
}

/** Round trips of the second of two transactions: the first connects, and has its statements prepared. */
async function tripsOf(work: (tx: TenantTransaction) => Promise<unknown>): Promise<number> {
  await inOrg(work);
  const before = relay.count();
  await inOrg(work);
  return relay.count() - before;
}

// Neon's driver waits for each answer; what is sent together runs in the same order there.
describe.runIf(inject("driver") === "node-postgres")("round trips of a tenant transaction", () => {
  test("BEGIN and the first statement are one, COMMIT is the other", async () => {
    expect(await tripsOf((tx) => countOrgs(tx, []))).toBe(2);
  });

  test("statements that nobody awaits in between are one, with BEGIN", async () => {
    const together = (tx: TenantTransaction) =>
      Promise.all([countOrgs(tx, []), nameOf(tx, []), countOrgs(tx, [])]);
    expect(await tripsOf(together)).toBe(2);
  });

  test("control: awaited one by one, each is one more", async () => {
    const apart = async (tx: TenantTransaction) => {
      await countOrgs(tx, []);
      await nameOf(tx, []);
      await countOrgs(tx, []);
    };
    expect(await tripsOf(apart)).toBe(4);
  });
});

describe("statements that are sent together", () => {
  test("run in the order in which they were sent, each seeing what those before it wrote", async () => {
    const [, renamed, read, again] = await inOrg((tx) =>
      Promise.all([countOrgs(tx, []), rename(tx, ["First"]), nameOf(tx, []), rename(tx, ["Second"])]),
    );
    expect([renamed.rows, read.rows, again.rows]).toEqual([
      [{ name: "First" }],
      [{ name: "First" }],
      [{ name: "Second" }],
    ]);
  });

  test("leave nothing behind when one of them fails, whichever it is, and the connection serves the next", async () => {
    const before = (await inOrg((tx) => nameOf(tx, []))).rows;
    const failing: ((tx: TenantTransaction) => Promise<unknown>)[] = [
      (tx) => Promise.all([divide(tx, [1]), rename(tx, ["Third"])]),
      (tx) => Promise.all([rename(tx, ["Third"]), divide(tx, [1]), nameOf(tx, [])]),
      (tx) => Promise.all([rename(tx, ["Third"]), divide(tx, [1])]),
    ];
    for (const work of failing) {
      await expect(inOrg(work)).rejects.toMatchObject({ code: "22012" });
      expect((await inOrg((tx) => nameOf(tx, []))).rows).toEqual(before);
    }
  });

  test("a statement that the failure of another kept from being prepared is prepared the next time", async () => {
    const late = statement<{ n: number }>("test_late", "select 7 as n");
    await expect(inOrg((tx) => Promise.all([divide(tx, [1]), late(tx, [])]))).rejects.toMatchObject({
      code: "22012",
    });
    expect((await inOrg((tx) => late(tx, []))).rows).toEqual([{ n: 7 }]);
  });

  test("see no org's row where there is no transaction: what goes out with a BEGIN needs its org to do anything", async () => {
    const [inside, outside] = await inOrg(async (tx) => {
      const { rows } = await countOrgs(tx, []);
      await tx.execute(sql`rollback`);
      return [rows, (await countOrgs(tx, [])).rows];
    });
    expect(inside).toEqual([{ n: 1 }]);
    expect(outside).toEqual([{ n: 0 }]);
  });
});
