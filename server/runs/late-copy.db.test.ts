import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { AskId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { buyAnswer, failAsk, recordAnswer, requestRun, reserveRun } from "@/server/runs";
import { createScene, outside } from "./testing/run-scene";

const { inspect } = testDatabase();
const world = outside({ mode: "seeded", latencyMs: 1_000 });

/** An ask that one worker is buying, in the context of its org. */
async function whileBought(
  work: (askId: AskId, holder: ReturnType<typeof buyAnswer>) => Promise<void>,
): Promise<void> {
  const scene = await createScene({ credits: 100, prompts: ["Which standing desk?"] });
  await asOrg(scene.orgId, async () => {
    const asked = { ...scene, engineIds: ["chatgpt"], idempotencyKey: "run" };
    const { runId } = unwrap(await requestRun(asked));
    unwrap(await reserveRun(runId));
    const [row] = await inspect("select id from tracking.ask where run_id = $1", [runId]);
    const askId = AskId.parse(row?.id);
    const before = await world.paidCalls();
    const holder = buyAnswer(askId, false);
    while ((await world.paidCalls()) === before);
    await work(askId, holder);
  });
}

const standOf = async (askId: AskId) =>
  (
    await inspect(
      `select a.state, a.failure, (select count(*)::int from credits.settlement s where s.ask_id = a.id) as settled
       from tracking.ask a where a.id = $1`,
      [askId],
    )
  )[0];

test("a late copy of an ask's event that gives up takes nothing from the worker that is buying the answer", () =>
  whileBought(async (askId, holder) => {
    expect(unwrap(await buyAnswer(askId, true))).toMatchObject({ kind: "try_again" });
    unwrap(await failAsk(askId, "the copy gave up"));
    const bought = unwrap(await holder);
    if (bought.kind !== "bought") throw new Error(`the holder lost its answer: ${bought.kind}`);
    unwrap(await recordAnswer(askId, bought.leaseToken));
    expect(await standOf(askId)).toEqual({ state: "answered", failure: null, settled: 1 });
  }));

test("control: a claim whose lease has run out is nobody's any more, and giving up ends the ask", () =>
  whileBought(async (askId, holder) => {
    await inspect("update tracking.ask set lease_until = now() - interval '1 second' where id = $1", [askId]);
    unwrap(await failAsk(askId, "the job gave up"));
    expect(await standOf(askId)).toEqual({ state: "failed", failure: "the job gave up", settled: 0 });
    expect(await holder).toMatchObject({ ok: false, error: { code: "lease_lost" } });
  }));
