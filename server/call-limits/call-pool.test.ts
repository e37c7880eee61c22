import { expect, test } from "vitest";
import { ok } from "@/server/kernel/result";
import { CallPool } from "./call-pool";
import { type Pool, type ShareRequest, shareOut } from "./share-out";

/** A pool that this process has for itself. */
function poolOf(inFlight: number, told: ShareRequest[] = []): CallPool {
  const limits = { inFlight, perMinute: null };
  let pool: Pool = { holdings: {}, permits: 0, filledAt: 0 };
  return new CallPool({
    holder: "p",
    limits,
    async refresh(request) {
      told.push(request);
      const looked = shareOut(pool, request, limits, told.length);
      pool = looked.pool;
      return ok(looked.granted);
    },
  });
}

async function mostAtATime(pool: CallPool, calls: number): Promise<{ most: number; order: number[] }> {
  const order: number[] = [];
  let [now, most] = [0, 0];
  const call = (index: number) =>
    pool.run(async () => {
      order.push(index);
      now += 1;
      most = Math.max(most, now);
      await new Promise((resolve) => setTimeout(resolve, 1));
      now -= 1;
      if (index % 3 === 0) throw new Error("a call that fails");
    });
  await Promise.allSettled(Array.from({ length: calls }, (_, index) => call(index)));
  return { most, order };
}

test("a share is reached and never passed, whatever fails, and turns are taken in order", async () => {
  const { most, order } = await mostAtATime(poolOf(5), 60);
  expect(most).toBe(5);
  expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

test("with room for all of them, all are under way at a time (control)", async () => {
  expect((await mostAtATime(poolOf(1_000), 60)).most).toBe(60);
});

test("sixty calls, one after the other, look at the pool no more often than time passes", async () => {
  const told: ShareRequest[] = [];
  const pool = poolOf(5, told);
  for (let call = 0; call < 60; call += 1) await pool.run(async () => call);
  expect(told.length).toBeLessThan(10);
});
