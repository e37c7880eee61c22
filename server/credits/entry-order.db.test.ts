import { expect, inject, test } from "vitest";
import { createTestOrg, createTestProject, createTestRuns, inOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { balanceOf, grant, release, reserve } from "./testing/in-org";
import { NO_ENTRIES, readEntries } from "./testing/ledger-commands";

const WRITERS = 16;
const LOTS = 24;
const RUNS = slice(inject("driver") === "neon" ? 80 : 320, 3_200);

const { inspect } = testDatabase({ max: WRITERS });

/** Looks at the ledger again and again until `isOver`: how often something appeared behind what it had seen. */
async function watch(orgId: OrgId, isOver: () => boolean): Promise<{ looks: number; changed: number }> {
  let [seen, looks, changed] = [NO_ENTRIES, 0, 0];
  while (!isOver()) {
    const { uptoId, hash, prefixHash } = await readEntries({ orgId, inspect }, seen.uptoId);
    if (prefixHash !== seen.hash) changed += 1;
    seen = { uptoId, hash };
    looks += 1;
  }
  return { looks, changed };
}

test(
  `${WRITERS} writers at once: entries appear in the order of their ids, so what was seen once never changes`,
  async () => {
    const orgId = await createTestOrg({ credits: 10 * RUNS });
    const runIds = await createTestRuns(orgId, await createTestProject(orgId), RUNS);
    const queue = runIds.entries();
    let over = false;
    const watching = watch(orgId, () => over);
    const write = async () => {
      for (const [index, runId] of queue) {
        const reservationId = unwrap(await reserve(orgId, runId, 10));
        if (index % 2 === 0) unwrap(await release(orgId, reservationId));
        else unwrap(await grant(orgId, 3, null, `grant:${index % LOTS}`));
      }
    };
    try {
      await Promise.all(Array.from({ length: WRITERS }, write));
    } finally {
      over = true;
      await watching;
    }
    const { looks, changed } = await watching;
    const { sum } = await readEntries({ orgId, inspect }, "0");
    report(
      "ledger",
      `${RUNS} runs by ${WRITERS} writers, looked at ${looks} times, changed behind ${changed} times`,
    );
    expect(changed).toBe(0);
    expect(looks).toBeGreaterThan(20);
    expect((await balanceOf(orgId)).balance).toBe(sum);
  },
  slice(60_000, 3_600_000),
);

test("control: an entry written without the lock appears behind one that was seen before it", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const [lot] = (await balanceOf(orgId)).lots;
  const write = (amount: number) =>
    `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
     values ('${orgId}', '${lot?.lotId}', ${amount}, 'adjust', 'adjust:${amount}', 'test', 'test', 'test')`;
  let seen = NO_ENTRIES;
  await inOrg(orgId, async (inFlight) => {
    await inFlight.execute(write(1));
    await inOrg(orgId, (tx) => tx.execute(write(2)));
    seen = await readEntries({ orgId, inspect }, "0");
  });
  expect((await readEntries({ orgId, inspect }, seen.uptoId)).prefixHash).not.toBe(seen.hash);
});
