import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

function twoSteps(client: Inngest, id: string, one: () => unknown, two: () => unknown) {
  return client.createFunction({ id, concurrency: 10, triggers: [{ event: id }] }, async ({ step }) => {
    await step.run("one", one);
    await step.run("two", two);
  });
}

test("a worker that stops finishes its calls, gives its runs back, and the next carries them on", async () => {
  const [first, second] = [testClient(), testClient()];
  const ran: string[] = [];
  const gate = Promise.withResolvers<void>();
  const before = twoSteps(
    first,
    "handed-over",
    async () => {
      ran.push("one");
      await gate.promise;
    },
    () => ran.push("two, by the worker that stopped"),
  );
  const after = twoSteps(
    second,
    "handed-over",
    () => ran.push("one again"),
    () => ran.push("two"),
  );
  const runtime = await startTestRuntime(database, first, [before]);
  await first.send(Array.from({ length: 5 }, () => ({ name: "handed-over" })));
  await until(() => ran.length === 5);
  const stopped = runtime.stop();
  gate.resolve();
  await stopped;
  await (await startTestRuntime(database, second, [after])).idle();
  expect(ran).toEqual([...Array(5).fill("one"), ...Array(5).fill("two")]);
});

test("a call that outlasts the stop is made again elsewhere, and what the first one writes changes nothing", async () => {
  const [first, second] = [testClient(), testClient()];
  const ran: string[] = [];
  const gate = Promise.withResolvers<void>();
  const before = twoSteps(
    first,
    "outlasting",
    async () => {
      ran.push("one, never done");
      await gate.promise;
    },
    () => ran.push("two, by a worker that had stopped"),
  );
  const after = twoSteps(
    second,
    "outlasting",
    () => ran.push("one"),
    () => ran.push("two"),
  );
  const runtime = await startTestRuntime(database, first, [before]);
  await first.send({ name: "outlasting" });
  await until(() => ran.length === 1);
  await runtime.stop(20);
  const next = await startTestRuntime(database, second, [after]);
  await next.idle();
  gate.resolve();
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect(ran).toEqual(["one, never done", "one", "two"]);
  expect(await database.inspect("select sum(held)::int as held from local_runtime.slots")).toEqual([
    { held: 0 },
  ]);
});

test("runs survive a database whose connections are cut again and again", async () => {
  const client = testClient();
  const seen = new Set<number>();
  const fn = client.createFunction(
    { id: "cut-off", concurrency: { key: "event.data.lane", limit: 8 }, triggers: [{ event: "cut-off" }] },
    async ({ step, event }) => {
      await step.run("one", () => new Promise((resolve) => setTimeout(resolve, 5)));
      await step.run("two", () => {
        seen.add(event.data.n);
      });
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send(Array.from({ length: 150 }, (_, n) => ({ name: "cut-off", data: { n, lane: n % 3 } })));
  let cuts = 0;
  const done = async () => {
    const rows = await database.inspect(
      "select from local_runtime.runs where function_id = 'test-cut-off' and status <> 'completed'",
    );
    return rows.length === 0;
  };
  await until(async () => {
    if (await done()) return true;
    const cut = await database.inspect(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'citestreak_queue' and datname = current_database()",
    );
    cuts += cut.length;
    await new Promise((resolve) => setTimeout(resolve, 150));
    return false;
  });
  await runtime.idle();
  expect(seen.size).toBe(150);
  expect(cuts).toBeGreaterThan(10);
  expect(await database.inspect("select sum(held)::int as held from local_runtime.slots")).toEqual([
    { held: 0 },
  ]);
});
