import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { createTestOrg, createTestProject } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import type { Ledger } from "./testing/ledger-commands";
import { commands } from "./testing/ledger-commands";
import { emptyModel } from "./testing/ledger-model";

const { inspect } = testDatabase();

const SEQUENCES = inject("driver") === "neon" ? 50 : 200;

test(`${SEQUENCES} random sequences agree with a simple model after every step`, async () => {
  let steps = 0;
  const sequence = fc.commands(commands, { maxCommands: 25, size: "+1" });
  await fc.assert(
    fc.asyncProperty(sequence, async (chosen) => {
      const orgId = await createTestOrg();
      const real: Ledger = { orgId, project: await createTestProject(orgId), inspect, steps: 0 };
      await fc.asyncModelRun(() => ({ model: emptyModel(), real }), chosen);
      steps += real.steps;
      await expectClosedRunsToAddUp(orgId);
    }),
    { numRuns: SEQUENCES },
  );
  // Sequences that did nothing would agree too.
  expect(steps).toBeGreaterThan(SEQUENCES * 4);
}, 180_000);

/** What a closed run spent (reserve + release) is what its answers were settled for. */
async function expectClosedRunsToAddUp(orgId: string): Promise<void> {
  const wrong = await inspect(
    `select r.id from credits.reservation r
     where r.org_id = $1 and r.closed_at is not null and
       (select sum(amount) from credits.entry e where e.reservation_id = r.id and e.kind in ('reserve', 'release'))
       <> -(select coalesce(sum(amount), 0) from credits.settlement s where s.reservation_id = r.id)`,
    [orgId],
  );
  expect(wrong).toEqual([]);
}
