import { describe, expect, inject, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { functions, inngest } from "@/inngest";
import { silent, startTestRuntime, until } from "@/inngest/local/testing/start-test-runtime";
import { leaveBreakersClosed } from "@/server/engine-health/testing/leave-breakers-closed";
import { sandboxMarket } from "@/server/engines";
import type { OrgId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import {
  beginClosing,
  cancelRun,
  finishRun,
  getRun,
  hasEnded,
  releaseRun,
  requestRun,
  sweepRuns,
} from "@/server/runs";
import { haveLessPatience } from "@/server/runs/patience";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { findFaults } from "./testing/crash-invariants";

const GRANT = 1_000;
const CLOSERS = 8;
const PROMPTS = sandboxMarket.prompts.slice(0, 3).map((prompt) => prompt.text);
haveLessPatience({ leaseSeconds: 3, quietSeconds: 1 });

// However a run ends, it ends in the same compensation. The runtime's own connections are node-postgres: once is enough.
describe.skipIf(inject("driver") === "neon")(
  "each way in which a run ends gives back what it didn't spend, once",
  { timeout: 300_000 },
  () => {
    const database = testDatabase();
    const { inspect } = database;
    leaveBreakersClosed(database);
    const world = outside({ mode: "seeded", latencyMs: 150 });

    const startRuntime = (retryMs = 20) =>
      startTestRuntime(database, inngest, functions, {
        cronIntervalMs: 3_600_000,
        retryDelay: () => retryMs,
        logger: silent,
      });

    async function startRun(repeats = 1): Promise<{ orgId: OrgId; runId: RunId }> {
      const scene = await createScene({ credits: GRANT, prompts: PROMPTS });
      const request = { ...scene, engineIds: ["chatgpt"], repeats, idempotencyKey: "refund" };
      const { runId } = await asOrg(scene.orgId, async () => unwrap(await requestRun(request)));
      return { orgId: scene.orgId, runId };
    }

    const read = (orgId: OrgId, runId: RunId) => asOrg(orgId, async () => unwrap(await getRun(runId)));
    /** How many jobs of a run stand so. */
    const jobs = async (runId: RunId, name: string, status: string) => {
      const rows = await inspect(
        "select from local_runtime.runs where function_id = $1 and status = $2 and event like $3",
        [`citestreak-${name}`, status, `%${runId}%`],
      );
      return rows.length;
    };
    /** Waits until so many asks of a run rest, for minutes, because their engine said so. */
    const putOff = (runId: RunId, asks: number) =>
      until(async () => {
        const rows = await inspect(
          `select from local_runtime.runs where function_id = 'citestreak-ask-engine' and event like $1
           and status = 'queued' and due_at > now() + interval '1 minute'`,
          [`%${runId}%`],
        );
        return rows.length === asks;
      });
    const inState = (runId: RunId, state: string) =>
      until(
        async () =>
          (await inspect("select state from tracking.run where id = $1", [runId]))[0]?.state === state,
      );

    /** As if the time that its function may take had passed for what is under way. */
    const letTimeRunOut = (name: string) =>
      inspect(
        `update local_runtime.runs set deadline = now() where function_id = 'citestreak-${name}' and ended_at is null`,
      );
    const sweep = async () => unwrap(await sweepRuns(new Date(Date.now() + 120_000)));

    async function expectRefund(orgId: OrgId, runId: RunId, settled: number): Promise<void> {
      const { credits } = await read(orgId, runId);
      expect(credits).toEqual({ ...credits, settled, released: credits.reserved - settled });
      const entries = await inspect(
        `select kind, count(*)::int as n, sum(amount)::int as amount from credits.entry where org_id = $1 and kind <> 'grant'
       group by 1 order by 1 desc`,
        [orgId],
      );
      const expected = [
        { kind: "reserve", n: 1, amount: -credits.reserved },
        { kind: "release", n: 1, amount: credits.reserved - settled },
      ];
      expect(entries).toEqual(expected.filter(({ amount }) => amount !== 0));
      await expect.poll(() => findFaults(database)).toEqual({});
    }

    test("failure: an engine that never answers usably costs nothing", async () => {
      await startRuntime();
      await world.setFaults([{ kind: "malformed_json", share: 1 }]);
      const { orgId, runId } = await startRun();
      await inState(runId, "failed");
      await world.setFaults([]);
      expect((await read(orgId, runId)).asks.failed).toBe(3);
      await expectRefund(orgId, runId, 0);
    });

    test("failure of the run's own job: before the reservation nothing was taken, after it all goes back", async () => {
      await startRuntime();
      await inspect("revoke insert on tracking.ask from citestreak_app");
      const early = await startRun();
      await inState(early.runId, "failed");
      await inspect("grant insert on tracking.ask to citestreak_app");
      await expectRefund(early.orgId, early.runId, 0);

      await inspect("revoke select on billing.subscription from citestreak_app");
      const late = await startRun();
      await inState(late.runId, "failed");
      await inspect("grant select on billing.subscription to citestreak_app");
      const { asks, credits } = await read(late.orgId, late.runId);
      expect([asks.failed, credits.reserved]).toEqual([3, 6]);
      await expectRefund(late.orgId, late.runId, 0);
    });

    test("cancellation in the middle: what was asked is charged, the rest goes back", async () => {
      await startRuntime();
      const { orgId, runId } = await startRun(28);
      await until(
        async () => (await inspect("select from tracking.answer where run_id = $1", [runId])).length > 0,
      );
      await asOrg(orgId, async () => unwrap(await cancelRun({ runId, idempotencyKey: "cancel-once" })));
      await inState(runId, "cancelled");
      const { asks } = await read(orgId, runId);
      expect(asks.cancelled).toBeGreaterThan(0);
      await expectRefund(orgId, runId, asks.answered * 2);
    });

    test("every durable function has a time to finish in, since a hung one holds a place and its org's line", () => {
      expect(functions.map((each) => [each.id(), each.opts.timeouts?.finish])).toEqual([
        ["run", "1h"],
        ["ask-engine", "2h"],
        ["close-run", "1h"],
        ["analyse-run", "2h"],
        ["measure-reviewed", "1h"],
        ["check-run", "2h"],
        ["hold-again", "1h"],
        ["recompute", "6h"],
        ["janitor", "10m"],
        ["org-upkeep", "50m"],
        ["start-schedules", "10m"],
      ]);
    });

    test("finish-timeout of the run's job: the janitor sends what it had planned", async () => {
      await startRuntime(60_000);
      await inspect("revoke select on billing.subscription from citestreak_app");
      const { orgId, runId } = await startRun();
      await inState(runId, "asking");
      await letTimeRunOut("run");
      await until(async () => (await jobs(runId, "run", "cancelled")) === 1);
      await inspect("grant select on billing.subscription to citestreak_app");
      await sweep();
      await inState(runId, "complete");
      await expectRefund(orgId, runId, 6);
    });

    test("finish-timeout of asks that an engine puts off: the janitor asks again, and what fails for good costs nothing", async () => {
      await startRuntime();
      await world.setFaults([{ kind: "rate_limited", share: 1, retryAfterSeconds: 600 }]);
      const { orgId, runId } = await startRun();
      await putOff(runId, 3);
      await letTimeRunOut("ask-engine");
      await until(async () => (await jobs(runId, "ask-engine", "cancelled")) === 3);
      await world.setFaults([{ kind: "malformed_json", share: 0.5 }]);
      await sweep();
      await until(async () => hasEnded((await read(orgId, runId)).state));
      await world.setFaults([]);
      const { asks } = await read(orgId, runId);
      await expectRefund(orgId, runId, asks.answered * 2);
    });

    test("finish-timeout of the closing, after its release: the janitor closes it without a second one", async () => {
      await startRuntime(60_000);
      await inspect("revoke insert on insight.metric_value from citestreak_app");
      await world.setFaults([{ kind: "malformed_json", share: 0.5 }]);
      const { orgId, runId } = await startRun(4);
      await until(
        async () =>
          (
            await inspect("select from credits.reservation where run_id = $1 and closed_at is not null", [
              runId,
            ])
          ).length === 1,
      );
      await letTimeRunOut("close-run");
      await until(async () => (await jobs(runId, "close-run", "cancelled")) === 1);
      await inspect("grant insert on insight.metric_value to citestreak_app");
      await world.setFaults([]);
      expect((await read(orgId, runId)).state).toBe("closing");
      await sweep();
      await until(async () => hasEnded((await read(orgId, runId)).state));
      const { asks } = await read(orgId, runId);
      await expectRefund(orgId, runId, asks.answered * 2);
    });

    test("eight that close one run at once refund it once", async () => {
      const runtime = await startRuntime();
      await world.setFaults([{ kind: "rate_limited", share: 1, retryAfterSeconds: 600 }]);
      const { orgId, runId } = await startRun();
      await putOff(runId, 3);
      await world.setFaults([]);
      await runtime.stop();
      await inspect("update tracking.ask set state = 'failed' where run_id = $1", [runId]);
      const close = async () => {
        for (const step of [beginClosing, releaseRun, measureRun, finishRun]) {
          let done = await step(runId);
          while (!done.ok && done.error.code === "busy") done = await step(runId);
          unwrap<unknown>(done);
        }
      };
      await asOrg(orgId, () => Promise.all(Array.from({ length: CLOSERS }, close)));
      const entries = await inspect(
        "select amount::int from credits.entry where org_id = $1 and kind = 'release'",
        [orgId],
      );
      expect(entries).toEqual([{ amount: 6 }]);
      report(
        "crashes",
        `failure, cancellation and finish-timeout of each job: refunded to the unit, by one release; ${CLOSERS} closers at once: one release`,
      );
    });
  },
);
