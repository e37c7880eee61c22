import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun, reserveRun } from "@/server/runs";
import { claimAsk, renewClaim, returnClaim } from "./claim-ask";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase({ max: 16 });
outside();
const RACES = slice(20, 1_000);
const WORKERS = 16;
const PROMPTS = Array.from({ length: RACES / 10 }, (_, index) => `Which standing desk is number ${index}?`);

/** An org whose run has planned `RACES` asks. */
async function plannedAsks() {
  const scene = await createScene({ credits: 10_000, prompts: PROMPTS });
  return asOrg(scene.orgId, async () => {
    const request = { ...scene, engineIds: ["chatgpt"], repeats: 10, idempotencyKey: "claims" };
    const { runId } = unwrap(await requestRun(request));
    unwrap(await reserveRun(runId));
    const rows = await inspect("select id from tracking.ask where run_id = $1 order by id", [runId]);
    return { orgId: scene.orgId, askIds: rows.map(({ id }) => id as AskId) };
  });
}

const kindsOf = (askId: AskId) =>
  Promise.all(Array.from({ length: WORKERS }, async () => unwrap(await claimAsk(askId)).kind));
const expire = (askId: AskId) =>
  inspect("update tracking.ask set lease_until = clock_timestamp() - interval '1 ms' where id = $1", [askId]);
const askOf = async (askId: AskId) => {
  const [row] = await inspect("select state, calls, lease_token from tracking.ask where id = $1", [askId]);
  return row;
};

test("an ask is claimed by one of sixteen workers, again by one when it was lost, and then orphaned by one", async () => {
  const { orgId, askIds } = await plannedAsks();
  const onlyOne = ["claimed", ...Array.from({ length: WORKERS - 1 }, () => "held")];
  await asOrg(orgId, async () => {
    for (const askId of askIds) {
      expect((await kindsOf(askId)).toSorted()).toEqual(onlyOne);
      await expire(askId);
      expect((await kindsOf(askId)).toSorted()).toEqual(onlyOne);
      await expire(askId);
      const third = await kindsOf(askId);
      expect(third).not.toContain("claimed");
      expect(third).toContain("ended");
      expect(await askOf(askId)).toMatchObject({ state: "orphaned", calls: 2, lease_token: null });
    }
  });
  report("claims", `asks: 16 workers × ${RACES} first claims and × ${RACES} second ones: one winner each`);
}, 900_000);

test("a stale worker neither renews nor returns an ask that another one holds", async () => {
  const { orgId, askIds } = await plannedAsks();
  const [askId] = askIds;
  if (!askId) throw new Error("no ask was planned");
  await asOrg(orgId, async () => {
    const stale = unwrap(await claimAsk(askId));
    await expire(askId);
    const current = unwrap(await claimAsk(askId));
    if (stale.kind !== "claimed" || current.kind !== "claimed")
      throw new Error("the ask wasn't claimed twice");
    expect(unwrap(await renewClaim(askId, stale.leaseToken))).toBe(false);
    unwrap(await returnClaim(stale, true, 0));
    expect(await askOf(askId)).toEqual({ state: "claimed", calls: 2, lease_token: current.leaseToken });
  });
});
