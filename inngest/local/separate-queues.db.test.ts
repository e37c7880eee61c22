import type { Inngest } from "inngest";
import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

/** Work that takes every place that it gets, until the gate opens, and a refund that notes what was done before it. */
function floodAndRefund(client: Inngest, name: string) {
  const gate = Promise.withResolvers<void>();
  const state = { begun: 0, done: 0, order: [] as string[] };
  const flood = client.createFunction(
    { id: `${name}-flood`, triggers: [{ event: `${name}/flood` }], priority: { run: "600" } },
    async () => {
      state.begun += 1;
      await gate.promise;
      state.done += 1;
    },
  );
  const refund = client.createFunction(
    {
      id: `${name}-refund`,
      retries: 0,
      triggers: [{ event: `${name}/refund` }],
      concurrency: { key: "event.data.run", limit: 1 },
      onFailure: () => {
        state.order.push(`told of the failure after ${state.done}`);
      },
    },
    async ({ step, event }) => {
      await step.run("refund", () => {
        state.order.push(`refund after ${state.done}`);
        if (event.data.fails) throw new Error("the bank is closed");
      });
    },
  );
  return { flood, refund, state, open: () => gate.resolve() };
}

const floodOf = (name: string, count: number) =>
  Array.from({ length: count }, () => ({ name: `${name}/flood`, data: {} }));

test("work in a queue of its own goes on while others hold every place and 300 more stand in line", async () => {
  const client = testClient();
  const { flood, refund, state, open } = floodAndRefund(client, "apart");
  const runtime = await startTestRuntime(database, client, [flood, refund], {
    concurrency: 5,
    separateQueues: [{ name: "money", functions: [refund], concurrency: 2 }],
  });
  await client.send(floodOf("apart", 305));
  await until(() => state.begun === 5);
  await client.send({ name: "apart/refund", data: { run: 1 } });
  await client.send({ name: "apart/refund", data: { run: 2, fails: true } });
  await until(() => state.order.length === 3);
  expect(state.order).toEqual(["refund after 0", "refund after 0", "told of the failure after 0"]);
  expect(state.begun).toBe(5);
  open();
  await runtime.idle();
  expect(state.done).toBe(305);
});

test("control: without a queue of its own the same refund stands behind them all", async () => {
  const client = testClient();
  const { flood, refund, state, open } = floodAndRefund(client, "together");
  const runtime = await startTestRuntime(database, client, [flood, refund], { concurrency: 5 });
  await client.send(floodOf("together", 305));
  await until(() => state.begun === 5);
  await client.send({ name: "together/refund", data: { run: 1 } });
  await new Promise((resolve) => setTimeout(resolve, 300));
  expect(state.order).toEqual([]);
  open();
  await runtime.idle();
  expect(state.order).toHaveLength(1);
  expect(Number(state.order[0]?.split(" ").at(-1))).toBeGreaterThan(290);
});

test("slots of one queue are decided about without waiting for another queue's", async () => {
  const client = testClient();
  const ran: string[] = [];
  const limited = (id: string) =>
    client.createFunction({ id, concurrency: 1, triggers: [{ event: id }] }, async () => {
      ran.push(id);
    });
  const [low, money] = [limited("lock-low"), limited("lock-money")];
  const runtime = await startTestRuntime(database, client, [low, money], {
    separateQueues: [{ name: "money", functions: [money], concurrency: 1 }],
  });
  const holder = new pg.Client({ connectionString: database.urls.queue });
  await holder.connect();
  await holder.query("begin");
  await holder.query("select pg_advisory_xact_lock(7207002, hashtext('runs'))");
  const held = client.send({ name: "lock-low" });
  await client.send({ name: "lock-money" });
  await until(() => ran.length === 1);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(ran).toEqual(["lock-money"]);
  await holder.query("commit");
  await holder.end();
  await held;
  await runtime.idle();
  expect(ran).toEqual(["lock-money", "lock-low"]);
});

test("after a deploy without the queue, what stands in it is carried on with all other work", async () => {
  const [before, after] = [testClient(), testClient()];
  const ran: string[] = [];
  const gate = Promise.withResolvers<void>();
  const make = (client: Inngest, work: () => unknown) =>
    client.createFunction(
      { id: "moved", concurrency: 1, triggers: [{ event: "moved" }] },
      async ({ step, event }) => {
        if (event.data.n === 0) await step.run("hold", work);
        else await step.run("work", () => ran.push(`${event.data.n}`));
      },
    );
  const old = make(before, async () => {
    ran.push("held");
    await gate.promise;
  });
  const first = await startTestRuntime(database, before, [old], {
    separateQueues: [{ name: "leaving", functions: [old], concurrency: 1 }],
  });
  await before.send([0, 1, 2].map((n) => ({ name: "moved", data: { n } })));
  await until(() => ran.length === 1);
  await first.stop(20);
  gate.resolve();
  const second = await startTestRuntime(database, after, [make(after, () => ran.push("0"))]);
  await second.idle();
  expect(ran).toEqual(["held", "0", "1", "2"]);
});

test("a queue of its own is refused to a function whose limit is shared with others, and two queues to any", async () => {
  const client = testClient();
  const concurrency = { scope: "env", key: "'shared'", limit: 1 } as const;
  const shared = client.createFunction({ id: "shared", concurrency, triggers: [{ event: "x" }] }, () => {});
  const queue = (name: string) => ({ name, functions: [shared], concurrency: 1 });
  await expect(
    startTestRuntime(database, client, [shared], { separateQueues: [queue("money")] }),
  ).rejects.toThrow(/test-shared.*scope fn/);
  await expect(
    startTestRuntime(database, client, [shared], { separateQueues: [queue("a"), queue("b")] }),
  ).rejects.toThrow('"test-shared" is given two queues');
  await expect(
    startTestRuntime(database, client, [shared], { separateQueues: [queue("Money 1")] }),
  ).rejects.toThrow('"Money 1" can\'t be the name of a queue');
});
