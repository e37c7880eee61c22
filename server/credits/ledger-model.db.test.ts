import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { createTestOrg, createTestProject } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { OrgId } from "@/server/kernel/id";
import { ok } from "@/server/kernel/result";
import { clawBack } from "./claw-back";
import { holdDispute } from "./hold-dispute";
import { grant } from "./testing/in-org";
import { commands, expectAgreement, type Ledger, NO_ENTRIES, readEntries } from "./testing/ledger-commands";
import { emptyModel } from "./testing/ledger-model";
import { type PaymentVerbs, paymentCommands, paymentVerbs } from "./testing/payment-commands";

const { inspect } = testDatabase();

const SEQUENCES = slice(inject("driver") === "neon" ? 40 : 120, 2_000);

/** Runs sequences of steps against the database and a model of it, until one of them disagrees; counts the steps. */
async function compare(verbs: PaymentVerbs, parameters: fc.Parameters<unknown>): Promise<number> {
  let steps = 0;
  const sequence = fc.commands([...commands, ...paymentCommands(verbs)], { maxCommands: 30, size: "+1" });
  const agreed = fc.asyncProperty(sequence, async (chosen) => {
    const orgId = await createTestOrg();
    const project = await createTestProject(orgId);
    const model = emptyModel();
    const real: Ledger = { orgId, project, inspect, prefix: NO_ENTRIES, steps: 0 };
    await fc.asyncModelRun(() => ({ model, real }), chosen);
    steps += real.steps;
    await expectClosedRunsToAddUp(orgId);
    await dropAllCheckpoints(orgId);
    await expectAgreement(model, real);
  });
  await fc.assert(agreed, parameters);
  return steps;
}

test(
  `${SEQUENCES} random sequences agree with a simple model after every step, and nothing entered ever changes`,
  async () => {
    const seed = seedFor("ledger", `${SEQUENCES} sequences of the ledger`);
    const steps = await compare(paymentVerbs, { numRuns: SEQUENCES, seed });
    report("ledger", `${SEQUENCES} sequences, ${steps} steps, 0 divergences`);
    // Sequences that did nothing would agree too.
    expect(steps).toBeGreaterThan(SEQUENCES * 4);
  },
  slice(180_000, 3_600_000),
);

const mutations: Record<string, Partial<PaymentVerbs>> = {
  "a refund that forgets its key": {
    clawBack: (tx, refund) => clawBack(tx, { ...refund, refundId: crypto.randomUUID() }),
  },
  "a dispute that holds a credit less": {
    holdDispute: (tx, dispute) => holdDispute(tx, { ...dispute, credits: Math.max(1, dispute.credits - 1) }),
  },
  "a dispute that is won and releases nothing": { releaseDispute: async () => ok({ released: 0 }) },
};

test.each(Object.entries(mutations))(
  "control: %s is found",
  async (_name, mutation) => {
    const found = compare({ ...paymentVerbs, ...mutation }, { numRuns: 300, endOnFailure: true });
    await expect(found).rejects.toThrow(/Property failed/);
  },
  slice(120_000, 120_000),
);

test("control: an entry that is changed, taken out or put in between is seen in the hash of what was there", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  await grant(orgId, 5);
  const { uptoId, hash } = await readEntries({ orgId, inspect }, "0");
  await grant(orgId, 7);
  expect((await readEntries({ orgId, inspect }, uptoId)).prefixHash).toBe(hash);
  const older = `org_id = '${orgId}' and amount = 5`;
  for (const change of [
    `update credits.entry set created_at = created_at + interval '1 microsecond' where ${older}`,
    `delete from credits.entry where ${older}`,
    `insert into credits.entry overriding system value
     select org_id, -id, lot_id, 1, kind, 'between', null, ref_type, ref_id, actor, created_at from credits.entry where org_id = '${orgId}' limit 1`,
  ]) {
    const before = (await readEntries({ orgId, inspect }, uptoId)).prefixHash;
    await inspect(`begin; set local session_replication_role = replica; ${change}; commit`);
    expect((await readEntries({ orgId, inspect }, uptoId)).prefixHash).not.toBe(before);
  }
});

async function dropAllCheckpoints(orgId: OrgId): Promise<void> {
  await inspect(
    `begin; set local session_replication_role = replica;
     delete from credits.checkpoint where org_id = '${orgId}'; commit`,
  );
}

/** What a closed run spent (reserve + release) is what its answers were settled for. */
async function expectClosedRunsToAddUp(orgId: OrgId): Promise<void> {
  const wrong = await inspect(
    `select r.id from credits.reservation r
     where r.org_id = $1 and r.closed_at is not null and
       (select sum(amount) from credits.entry e where e.reservation_id = r.id and e.kind in ('reserve', 'release'))
       <> -(select coalesce(sum(amount), 0) from credits.settlement s where s.reservation_id = r.id)`,
    [orgId],
  );
  expect(wrong).toEqual([]);
}
