import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { pointClientAt } from "./client-address";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

test("an event id seen before starts nothing, in one send or over several", async () => {
  const client = testClient();
  const seen: number[] = [];
  const fn = client.createFunction({ id: "once", triggers: [{ event: "once" }] }, async ({ event }) => {
    seen.push(event.data.n);
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send([
    { id: "same", name: "once", data: { n: 1 } },
    { id: "same", name: "once", data: { n: 2 } },
    { id: "other", name: "once", data: { n: 3 } },
  ]);
  await client.send({ id: "same", name: "once", data: { n: 4 } });
  await Promise.all(
    Array.from({ length: 20 }, () => client.send({ id: "raced", name: "once", data: { n: 5 } })),
  );
  await runtime.idle();
  expect(seen.toSorted()).toEqual([1, 3, 5]);
});

test("a repeat of the same send, as the SDK makes after a lost answer, starts nothing", async () => {
  const client = testClient();
  let runs = 0;
  const fn = client.createFunction({ id: "seed", triggers: [{ event: "seed" }] }, async () => {
    runs += 1;
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  const send = () =>
    fetch(`${runtime.url}/e/${runtime.senderEnv.INNGEST_EVENT_KEY}`, {
      method: "POST",
      headers: { "x-inngest-event-id-seed": "1700000000000,c2VlZA==" },
      body: '[{"name":"seed"},{"name":"seed"}]',
    });
  const [first, again] = [await send(), await send()];
  await runtime.idle();
  expect(await again.json()).toEqual(await first.json());
  expect(runs).toBe(2);
});

test("a function's idempotency key starts it once for each value", async () => {
  const client = testClient();
  const seen: string[] = [];
  const fn = client.createFunction(
    { id: "idempotent", idempotency: "event.data.org + '/' + event.data.n", triggers: [{ event: "keyed" }] },
    async ({ event }) => {
      seen.push(`${event.data.org}/${event.data.n}`);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  const send = (org: string, n: number) => client.send({ name: "keyed", data: { org, n } });
  await Promise.all([send("a", 1), send("a", 1), send("a", 2), send("b", 1)]);
  await runtime.idle();
  expect(seen.toSorted()).toEqual(["a/1", "a/2", "b/1"]);
});

test("a trigger's condition decides which events start the function", async () => {
  const client = testClient();
  const seen: number[] = [];
  const fn = client.createFunction(
    { id: "picky", triggers: [{ event: "picky", if: "event.data.kind == 'good'" }] },
    async ({ event }) => {
      seen.push(event.data.n);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send([
    { name: "picky", data: { kind: "good", n: 1 } },
    { name: "picky", data: { kind: "bad", n: 2 } },
    { name: "picky", data: { n: 3 } },
  ]);
  await runtime.idle();
  expect(seen).toEqual([1]);
});

test("cancelOn ends the run that matches, sleeping or active, and tells of it", async () => {
  const client = testClient();
  const ran: string[] = [];
  const gate = Promise.withResolvers<void>();
  const cancelOn = [{ event: "stop", match: "data.id" }];
  const sleeper = client.createFunction(
    { id: "cancel-asleep", cancelOn, triggers: [{ event: "go" }] },
    async ({ step, event }) => {
      await step.sleep("long", "1s");
      await step.run("after", () => ran.push(`asleep ${event.data.id}`));
    },
  );
  const active = client.createFunction(
    { id: "cancel-active", cancelOn, triggers: [{ event: "go" }] },
    async ({ step, event }) => {
      await step.run("hold", () => gate.promise);
      await step.run("after", () => ran.push(`active ${event.data.id}`));
    },
  );
  const told = client.createFunction(
    { id: "told", triggers: [{ event: "inngest/function.cancelled" }] },
    async ({ event }) => {
      ran.push(`cancelled ${event.data.function_id} ${event.data.event.data.id}`);
    },
  );
  const runtime = await startTestRuntime(database, client, [sleeper, active, told]);
  await client.send([
    { name: "go", data: { id: 1 } },
    { name: "go", data: { id: 2 } },
  ]);
  await until(async () => {
    const rows = await database.inspect("select from local_runtime.runs where status = 'sleeping'");
    return rows.length === 2;
  });
  await client.send({ name: "stop", data: { id: 1 } });
  gate.resolve();
  await until(() => ran.length >= 4);
  await runtime.idle();
  expect(ran.toSorted()).toEqual([
    "active 2",
    "asleep 2",
    "cancelled test-cancel-active 1",
    "cancelled test-cancel-asleep 1",
  ]);
});

test("an event dated into the future starts its run then", async () => {
  const client = testClient();
  const seen: string[] = [];
  const functions = [{}, { concurrency: 1 }].map((config, n) =>
    client.createFunction(
      { id: `dated-${n}`, triggers: [{ event: "dated" }], ...config },
      async ({ event }) => {
        seen.push(event.data.when);
      },
    ),
  );
  const runtime = await startTestRuntime(database, client, functions);
  await client.send([
    { name: "dated", ts: Date.now() + 1_500, data: { when: "later" } },
    { name: "dated", data: { when: "now" } },
  ]);
  await runtime.idle();
  expect(seen).toEqual(["now", "now"]);
  await until(() => seen.length === 4);
  expect(seen).toEqual(["now", "now", "later", "later"]);
});

test("another process's client sends its events here", async () => {
  const client = testClient();
  const seen: unknown[] = [];
  const fn = client.createFunction({ id: "remote", triggers: [{ event: "remote" }] }, async ({ event }) => {
    seen.push(event.data);
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  const web = testClient();
  pointClientAt(web, {
    url: runtime.senderEnv.INNGEST_BASE_URL,
    eventKey: runtime.senderEnv.INNGEST_EVENT_KEY,
  });
  await web.send({ name: "remote", data: { n: 1 } });
  await runtime.idle();
  expect(seen).toEqual([{ n: 1 }]);
});

test("an event that holds what only looks like an escape, or what jsonb can't hold, still answers a wait", async () => {
  const client = testClient();
  const got: unknown[] = [];
  const odd = { id: 1, code: "print('\\u0000')", nul: "a\u0000b", lone: "\ud800" };
  const fn = client.createFunction({ id: "odd-wait", triggers: [{ event: "odd" }] }, async ({ step }) => {
    const answer = await step.waitForEvent("answer", {
      event: "odd/answer",
      timeout: "1h",
      match: "data.id",
    });
    got.push(answer?.data);
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "odd", data: { id: 1 } });
  await runtime.idle();
  await client.send({ name: "odd/answer", data: odd });
  await until(() => got.length > 0);
  expect(got).toEqual([odd]);
});

test("of events that come together, a wait takes the first whose whole condition holds", async () => {
  const client = testClient();
  const got: unknown[] = [];
  const fn = client.createFunction({ id: "choosy", triggers: [{ event: "choosy" }] }, async ({ step }) => {
    const answer = await step.waitForEvent("offer", {
      event: "choosy/offer",
      timeout: "1h",
      if: "event.data.id == async.data.id && async.data.price < event.data.most",
    });
    got.push(answer?.data.price);
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "choosy", data: { id: 1, most: 10 } });
  await runtime.idle();
  const offer = (id: number, price: number) => ({ name: "choosy/offer", data: { id, price } });
  await client.send([offer(1, 12), offer(2, 5), offer(1, 9), offer(1, 1)]);
  await until(() => got.length > 0);
  expect(got).toEqual([9]);
});

test("a cancellation with a timeout counts only until then", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction(
    { id: "grace", cancelOn: [{ event: "grace/stop", timeout: "1s" }], triggers: [{ event: "grace" }] },
    async ({ step }) => {
      await step.sleep("a while", "2s");
      await step.run("after", () => ran.push("after"));
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "grace" });
  await new Promise((resolve) => setTimeout(resolve, 1_100));
  await client.send({ name: "grace/stop" });
  await until(() => ran.length === 1);
  await runtime.idle();
});
