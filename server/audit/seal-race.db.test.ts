import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { auditLog } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { requireContext } from "@/server/kernel/context";
import type { OrgId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { recordAudit } from "./record-audit";
import { sealAudit } from "./seal-audit";
import { said, seal, verdictOf } from "./testing/sealed-org";

const { inspect } = testDatabase({ max: 12 });

type Write = (tx: TenantTransaction) => Promise<void>;
const entry = { action: "brand.change", subjectType: "brand", subjectId: "1" };
const locked: Write = (tx) => recordAudit(tx, entry);
/** The same row, as it would be written without the lock. */
const unlocked: Write = async (tx) => {
  const { orgId } = requireContext();
  await tx.insert(auditLog).values({ ...entry, orgId, actor: "user:1", requestId: "race", detail: {} });
};

/** Writes one row, and holds its transaction open until `until`. */
async function writeSlowly(orgId: OrgId, write: Write, until: Promise<void>): Promise<() => Promise<void>> {
  const written = Promise.withResolvers<void>();
  const done = asOrg(orgId, () =>
    withTenant(async (tx) => {
      await write(tx);
      written.resolve();
      await until;
      return ok(undefined);
    }),
  );
  await Promise.race([written.promise, done]);
  return async () => unwrap(await done);
}

const writeNow = async (orgId: OrgId, write: Write) => (await writeSlowly(orgId, write, Promise.resolve()))();

/** A row is written and waits for its commit; another one comes after it and is committed; then somebody seals. */
async function sealAroundOpenRow(write: Write) {
  const orgId = await createTestOrg();
  const open = Promise.withResolvers<void>();
  const commit = await writeSlowly(orgId, write, open.promise);
  await writeNow(orgId, write);
  const result = await asOrg(orgId, () => sealAudit());
  open.resolve();
  await commit();
  return { orgId, sealed: result.ok ? result.value.rows : result.error.code };
}

test("nothing is sealed around a row that isn't committed; the next try seals both", async () => {
  const { orgId, sealed } = await sealAroundOpenRow(locked);
  expect(sealed).toBe("busy");
  expect(await seal(orgId)).toEqual({ seals: 1, rows: 2 });
  expect(await verdictOf(orgId)).toMatchObject({ breaks: [], sealedRows: 2, unsealedRows: 0 });
});

test("control: without the lock the row comes to light inside a sealed range", async () => {
  const { orgId, sealed } = await sealAroundOpenRow(unlocked);
  expect(sealed).toBe(1);
  expect(said(await verdictOf(orgId))).toEqual(["1 rows_added"]);
});

test("a row that is under way keeps no other writer waiting", async () => {
  const orgId = await createTestOrg();
  const open = Promise.withResolvers<void>();
  const commit = await writeSlowly(orgId, locked, open.promise);
  for (let row = 1; row <= 5; row += 1) await writeNow(orgId, locked);
  open.resolve();
  await commit();
  expect(await seal(orgId)).toEqual({ seals: 1, rows: 6 });
});

test(
  "writers and sealers at the same time: every row is sealed once, and the chain holds",
  async () => {
    const ROWS = slice(25, 1_000);
    const WRITERS = 8;
    let state = seedFor("audit", "writers and sealers at the same time");
    const random = () => {
      state = (state * 48_271) % 0x7fff_ffff;
      return state / 0x7fff_ffff;
    };
    const orgId = await createTestOrg();
    let writing = true;
    const tally = { seals: 0, busy: 0 };
    const sealer = async () => {
      while (writing) {
        const result = await asOrg(orgId, () => sealAudit());
        if (result.ok) tally.seals += result.value.seals;
        else tally.busy += 1;
      }
    };
    const writer = async () => {
      for (let row = 0; row < ROWS; row += 1) {
        const result = await asOrg(orgId, () =>
          withTenant(async (tx) => {
            await recordAudit(tx, entry);
            await tx.execute(sql`select pg_sleep(${random() * 0.01})`);
            return ok(undefined);
          }),
        );
        unwrap(result);
      }
    };
    const sealers = [sealer(), sealer()];
    await Promise.all(Array.from({ length: WRITERS }, writer));
    writing = false;
    await Promise.all(sealers);
    tally.seals += (await seal(orgId)).seals;
    const rows = ROWS * WRITERS;
    expect(await verdictOf(orgId)).toMatchObject({ breaks: [], sealedRows: rows, unsealedRows: 0 });
    expect(tally.seals).toBeGreaterThan(1);
    const [sum] = await inspect("select sum(rows)::int as n from ops.audit_seal where org_id = $1", [orgId]);
    expect(sum?.n).toBe(rows);
    report(
      "audit",
      `${rows} rows of ${WRITERS} writers beside 2 sealers: ${tally.seals} seals (${tally.busy} tries were busy), every row sealed once, 0 breaks`,
    );
  },
  slice(60_000, 600_000),
);
