import { expect, test } from "vitest";
import { GroupCommit } from "./group-commit";

test("what comes while a batch is being written is written together, next", async () => {
  const batches: number[][] = [];
  const gate = Promise.withResolvers<void>();
  const commit = new GroupCommit<number, number>(async (items) => {
    batches.push([...items]);
    await gate.promise;
    return items.map((item) => item * 10);
  });
  const first = [commit.add(1), commit.add(2)];
  await new Promise(setImmediate);
  await new Promise(setImmediate);
  const rest = [3, 4, 5].map((item) => commit.add(item));
  gate.resolve();
  expect(await Promise.all([...first, ...rest])).toEqual([10, 20, 30, 40, 50]);
  expect(batches).toEqual([
    [1, 2],
    [3, 4, 5],
  ]);
});

test("a batch that fails rejects all of its items, and the next one is written all the same", async () => {
  let calls = 0;
  const commit = new GroupCommit<number, number>(async (items) => {
    calls += 1;
    if (calls === 1) throw new Error("no");
    return [...items];
  });
  const outcomes = await Promise.allSettled([commit.add(1), commit.add(2)]);
  expect(outcomes.map(({ status }) => status)).toEqual(["rejected", "rejected"]);
  expect(await commit.add(3)).toBe(3);
});
