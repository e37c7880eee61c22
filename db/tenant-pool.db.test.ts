import { beforeAll, describe, expect, test } from "vitest";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId, type WorkspaceId } from "@/server/kernel/id";
import { err, ok } from "@/server/kernel/result";
import { workspace } from "./schema";
import { database, useDatabase, withTenant } from "./tenant";
import { asOrg, createTestOrg } from "./testing/factories";
import { pause, seeded, settingsLeft } from "./testing/pool-load";
import { testDatabase } from "./testing/test-database";

const LANES = 200;
const ROUNDS = 12;

const { inspect, openAs } = testDatabase({ max: 5 });
let orgs: readonly [OrgId, OrgId];
beforeAll(async () => {
  orgs = [await createTestOrg(), await createTestOrg()];
});

interface Tally {
  transactions: number;
  foreignRows: number;
  /** Reads that missed a row that the lane itself had just written. */
  blindReads: number;
  committed: Map<OrgId, number>;
}

/** One lane of one org: writes a row, reads all, and ends each transaction as chance has it. */
async function lane(orgId: OrgId, seed: number, rounds: number, tally: Tally): Promise<void> {
  const random = seeded(seed);
  for (let round = 0; round < rounds; round += 1) {
    await pause(random);
    const end = random();
    const name = `${seed}-${round}`;
    const outcome = withTenant(async (tx) => {
      await tx.insert(workspace).values({ orgId, id: newId<WorkspaceId>(), name, slug: name });
      await pause(random);
      const rows = await tx.select({ orgId: workspace.orgId, name: workspace.name }).from(workspace);
      tally.foreignRows += rows.filter((row) => row.orgId !== orgId).length;
      if (!rows.some((row) => row.name === name)) tally.blindReads += 1;
      await pause(random);
      if (end < 0.6) return err(new AppError("conflict", "refused"));
      if (end < 0.75) throw new Error("broken");
      if (end < 0.85)
        await tx.insert(workspace).values({ orgId, id: newId<WorkspaceId>(), name, slug: name });
      return ok(undefined);
    });
    const isCommitted = await outcome.then(
      (result) => result.ok,
      () => false,
    );
    tally.transactions += 1;
    if (isCommitted) tally.committed.set(orgId, (tally.committed.get(orgId) ?? 0) + 1);
  }
}

async function load(lanes: number, rounds: number): Promise<Tally> {
  const tally: Tally = { transactions: 0, foreignRows: 0, blindReads: 0, committed: new Map() };
  const running = Array.from({ length: lanes }, (_, index) => {
    const orgId = index % 2 === 0 ? orgs[0] : orgs[1];
    return asOrg(orgId, () => lane(orgId, lanes * 1_000 + index, rounds, tally));
  });
  await Promise.all(running);
  return tally;
}

describe("200 concurrent lanes of two orgs over a pool of 5", () => {
  test("2,400 transactions that commit, refuse, throw and break see no foreign row and lose none of their own", async () => {
    const tally = await load(LANES, ROUNDS);
    expect(tally).toMatchObject({ transactions: LANES * ROUNDS, foreignRows: 0, blindReads: 0 });
    const stored = await inspect("select org_id, count(*)::int as n from tenancy.workspace group by 1");
    expect(new Map(stored.map((row) => [row.org_id, row.n]))).toEqual(tally.committed);
    expect(tally.committed.size).toBe(2);
    expect(await settingsLeft(database(), 5)).toEqual([null, null, null, null, null]);
  });

  test("control: one session's setting shared by two orgs does show foreign rows", async () => {
    const shared = await database().connect();
    let foreignRows = 0;
    const random = seeded(1);
    const careless = async (orgId: OrgId) => {
      for (let round = 0; round < 50; round += 1) {
        await shared.query("select set_config('app.org_id', $1, false)", [orgId]);
        await pause(random);
        const { rows } = await shared.query("select org_id from tenancy.org");
        foreignRows += rows.filter((row) => row.org_id !== orgId).length;
      }
    };
    await Promise.all(orgs.map(careless));
    shared.release(new Error("its setting outlives its use: close it"));
    expect(foreignRows).toBeGreaterThan(0);
  });
});

describe("a pool of 2", () => {
  test("keeps no org on a released connection after many interleaved transactions", async () => {
    const real = database();
    const small = openAs("app", 2);
    useDatabase(small);
    try {
      const tally = await load(20, 10);
      expect(tally).toMatchObject({ transactions: 200, foreignRows: 0, blindReads: 0 });
      expect(await settingsLeft(small, 2)).toEqual([null, null]);
    } finally {
      useDatabase(real);
    }
  });

  test("control: a setting that isn't transaction-local stays, and is seen", async () => {
    const small = openAs("app", 2);
    const connection = await small.connect();
    await connection.query("select set_config('app.org_id', $1, false)", [orgs[0]]);
    connection.release();
    expect(await settingsLeft(small, 2)).toContain(orgs[0]);
  });
});
