import { expect, test } from "vitest";
import { CallSlots } from "./call-slots";

async function mostAtATime(limit: number, calls: number): Promise<{ most: number; order: number[] }> {
  const slots = new CallSlots(limit);
  const order: number[] = [];
  let [now, most] = [0, 0];
  const call = (index: number) =>
    slots.run(async () => {
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

test("a limit is reached and never passed, whatever fails, and turns are taken in order", async () => {
  const { most, order } = await mostAtATime(5, 60);
  expect(most).toBe(5);
  expect(order).toEqual(Array.from({ length: 60 }, (_, index) => index));
});

test("without a limit all would be under way at a time (control)", async () => {
  expect((await mostAtATime(Number.POSITIVE_INFINITY, 60)).most).toBe(60);
});
