import { expect, test, vi } from "vitest";
import { freePort } from "@/db/embedded";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { inngest } from "@/inngest/client";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId, type RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, type Result, unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { announce, sendOutbox, sendOutboxSoon } from ".";

const { inspect } = testDatabase();
const world = outside();

const scene = () => createScene({ credits: 10, prompts: ["Which standing desk?"] });
const rowsOf = (orgId: OrgId) =>
  inspect("select name, sent_at is not null as sent from ops.outbox where org_id = $1 order by id", [orgId]);
const sentFor = (runId: RunId) => world.sent.filter((event) => event.data.runId === runId);
const announceIn = (orgId: OrgId, runId: RunId, end: () => Result<unknown>) =>
  asOrg(orgId, () =>
    withTenant(async (tx) => {
      await announce(tx, "run/requested", { orgId, runId }, `run-requested:${runId}`);
      return end();
    }),
  );

/** Runs `work` where no event server can be reached. */
async function cutOff<T>(work: () => Promise<T>): Promise<T> {
  const before = { INNGEST_BASE_URL: inngest.eventBaseUrl, INNGEST_EVENT_KEY: "test" };
  inngest.setEnvVars({ ...before, INNGEST_BASE_URL: `http://127.0.0.1:${await freePort()}` });
  vi.spyOn(logger, "info").mockImplementation(() => {});
  try {
    return await work();
  } finally {
    inngest.setEnvVars(before);
    vi.restoreAllMocks();
  }
}

test("what was announced by a transaction that is refused or breaks leaves no row and is never sent", async () => {
  const { orgId } = await scene();
  const runId = newId<RunId>();
  expect(await announceIn(orgId, runId, () => err(new AppError("conflict", "refused")))).toMatchObject({
    ok: false,
  });
  await expect(
    announceIn(orgId, runId, () => {
      throw new Error("broken");
    }),
  ).rejects.toThrow("broken");
  await sendOutbox();
  expect(await rowsOf(orgId)).toEqual([]);
  expect(sentFor(runId)).toEqual([]);
});

test("control: the same transaction, committed, leaves its row, and the event is sent once", async () => {
  const { orgId } = await scene();
  const runId = newId<RunId>();
  unwrap(await announceIn(orgId, runId, () => ok(undefined)));
  unwrap(await announceIn(orgId, runId, () => ok(undefined)));
  expect(await rowsOf(orgId)).toEqual([{ name: "run/requested", sent: false }]);
  await sendOutbox();
  await sendOutbox();
  expect(await rowsOf(orgId)).toEqual([{ name: "run/requested", sent: true }]);
  expect(sentFor(runId)).toHaveLength(1);
});

test("a verb that is refused inside of its transaction announces nothing", async () => {
  const { orgId, ...wanted } = await scene();
  const asked = { ...wanted, engineIds: ["chatgpt"], repeats: 28, idempotencyKey: "too dear" };
  const refused = await asOrg(orgId, () => requestRun(asked));
  expect(refused).toMatchObject({ ok: false, error: { code: "insufficient_credits" } });
  expect(await inspect("select id from tracking.run where org_id = $1", [orgId])).toEqual([]);
  expect(await rowsOf(orgId)).toEqual([]);
});

test("a fact whose process could not send its event is told by the next sweep, under the row's own id", async () => {
  const { orgId, ...wanted } = await scene();
  const { runId } = await cutOff(() =>
    asOrg(orgId, async () =>
      unwrap(await requestRun({ ...wanted, engineIds: ["chatgpt"], idempotencyKey: "cut off" })),
    ),
  );
  expect(await rowsOf(orgId)).toEqual([{ name: "run/requested", sent: false }]);
  expect(sentFor(runId)).toEqual([]);
  await sendOutbox();
  expect(await rowsOf(orgId)).toEqual([{ name: "run/requested", sent: true }]);
  expect(sentFor(runId)).toHaveLength(1);
});

test("a sender that dies between sending and noting it sends the same event id again, and no other", async () => {
  const { orgId } = await scene();
  const runId = newId<RunId>();
  unwrap(await announceIn(orgId, runId, () => ok(undefined)));
  await sendOutbox();
  await inspect("update ops.outbox set sent_at = null where org_id = $1", [orgId]);
  await sendOutboxSoon();
  const ids = sentFor(runId).map((event) => Reflect.get(event, "id"));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("of many transactions at once that commit, are refused or break, exactly the committed ones are told", async () => {
  const { orgId } = await scene();
  const end = (index: number) => {
    if (index % 3 === 1) return err(new AppError("conflict", "refused"));
    if (index % 3 === 2) throw new Error("broken");
    return ok(undefined);
  };
  const runIds = Array.from({ length: 300 }, () => newId<RunId>());
  await Promise.allSettled(runIds.map((runId, index) => announceIn(orgId, runId, () => end(index))));
  while ((await sendOutbox()) > 0);
  const told = world.sent.flatMap((event) => (runIds.includes(event.data.runId) ? [event.data.runId] : []));
  expect(told.toSorted()).toEqual(runIds.filter((_, index) => index % 3 === 0).toSorted());
  report(
    "events",
    "300 transactions, a third of them committed: 100 events left, none of a fact that wasn't",
  );
});
