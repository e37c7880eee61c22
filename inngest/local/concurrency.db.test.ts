import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

/** Counts who is inside, by key, and holds everyone inside until it is opened. */
class Gauge {
  readonly #gate = Promise.withResolvers<void>();
  readonly inside = new Map<string, number>();
  readonly most = new Map<string, number>();

  async pass(keys: string[]): Promise<void> {
    for (const key of keys) {
      const now = (this.inside.get(key) ?? 0) + 1;
      this.inside.set(key, now);
      this.most.set(key, Math.max(now, this.most.get(key) ?? 0));
    }
    await this.#gate.promise;
    await new Promise((resolve) => setTimeout(resolve, 5));
    for (const key of keys) this.inside.set(key, (this.inside.get(key) ?? 0) - 1);
  }

  open(): void {
    this.#gate.resolve();
  }
}

const keyed = [
  { key: "event.data.engine", limit: 4 },
  { key: "event.data.org", limit: 3 },
];

function gauged(client: Inngest, id: string, gauge: Gauge, config: Record<string, unknown>) {
  return client.createFunction({ id, triggers: [{ event: id }], ...config }, async ({ step, event }) => {
    const { engine, org } = event.data;
    await step.run("one", () => gauge.pass([`engine ${engine}`, `org ${org}`]));
    await step.run("two", () => gauge.pass([`engine ${engine}`, `org ${org}`]));
  });
}

const work = (id: string, count: number) =>
  Array.from({ length: count }, (_, n) => ({
    name: id,
    data: { engine: n % 2 === 0 ? "x" : "y", org: `o${n % 4}` },
  }));

test("two keys' limits are reached and never exceeded, over two workers", async () => {
  const gauge = new Gauge();
  const [a, b] = [testClient(), testClient()];
  const one = await startTestRuntime(database, a, [gauged(a, "limited", gauge, { concurrency: keyed })]);
  await startTestRuntime(database, b, [gauged(b, "limited", gauge, { concurrency: keyed })]);
  // One send each, at once: their transactions race for the slots.
  await Promise.all(work("limited", 120).map((event, n) => (n % 2 === 0 ? a : b).send(event)));
  await until(() => gauge.inside.get("engine x") === 4 && gauge.inside.get("engine y") === 4);
  gauge.open();
  await one.idle();
  expect(gauge.most.get("engine x")).toBe(4);
  expect(gauge.most.get("engine y")).toBe(4);
  const orgs = ["o0", "o1", "o2", "o3"].map((org) => gauge.most.get(`org ${org}`) ?? 0);
  expect(Math.max(...orgs)).toBeLessThanOrEqual(3);
  expect(await database.inspect("select sum(held)::int as held from local_runtime.slots")).toEqual([
    { held: 0 },
  ]);
});

test("control: without limits the same work goes far beyond them", async () => {
  const gauge = new Gauge();
  const client = testClient();
  const runtime = await startTestRuntime(database, client, [gauged(client, "unlimited", gauge, {})]);
  await client.send(work("unlimited", 120));
  await until(() => gauge.inside.get("engine x") === 25 && gauge.inside.get("org o0") === 13);
  gauge.open();
  await runtime.idle();
});

test("a key that is full doesn't hold up the work of another key", async () => {
  const client = testClient();
  const gate = Promise.withResolvers<void>();
  const done: string[] = [];
  const fn = client.createFunction(
    { id: "lines", concurrency: { key: "event.data.org", limit: 1 }, triggers: [{ event: "lines" }] },
    async ({ event }) => {
      if (event.data.org === "slow") await gate.promise;
      done.push(event.data.org);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { concurrency: 2 });
  const send = (org: string, count: number) =>
    client.send(Array.from({ length: count }, () => ({ name: "lines", data: { org } })));
  await send("slow", 60);
  await send("quick", 10);
  await until(() => done.length === 10);
  expect(done).toEqual(Array(10).fill("quick"));
  gate.resolve();
  await runtime.idle();
  expect(done.length).toBe(70);
});

test("of those that wait, the highest priority goes first, then the oldest", async () => {
  const client = testClient();
  const gate = Promise.withResolvers<void>();
  const order: string[] = [];
  const fn = client.createFunction(
    {
      id: "ranked",
      concurrency: 1,
      priority: { run: "event.data.plan == 'pro' ? 100 : event.data.rank" },
      triggers: [{ event: "ranked" }],
    },
    async ({ event }) => {
      if (event.data.name === "first") await gate.promise;
      order.push(event.data.name);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  const send = (name: string, data: object) => client.send({ name: "ranked", data: { name, ...data } });
  await send("first", { rank: 0 });
  await send("low", { rank: -5 });
  await send("old", { rank: 1 });
  await send("young", { rank: 1 });
  await send("pro", { plan: "pro" });
  gate.resolve();
  await runtime.idle();
  expect(order).toEqual(["first", "pro", "old", "young", "low"]);
});

test("without a limit too, a full worker takes the highest priority first", async () => {
  const client = testClient();
  const gate = Promise.withResolvers<void>();
  const order: number[] = [];
  const fn = client.createFunction(
    { id: "busy", priority: { run: "event.data.rank" }, triggers: [{ event: "busy" }] },
    async ({ event }) => {
      if (order.push(event.data.rank) === 1) await gate.promise;
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { concurrency: 1 });
  await client.send({ name: "busy", data: { rank: 9 } });
  await until(() => order.length === 1);
  await client.send([3, 1, 5, 2, 4].map((rank) => ({ name: "busy", data: { rank } })));
  gate.resolve();
  await runtime.idle();
  expect(order).toEqual([9, 5, 4, 3, 2, 1]);
});

test("a run gives up its slot while it sleeps or waits for a retry", async () => {
  const client = testClient();
  const order: string[] = [];
  const fn = client.createFunction(
    { id: "sharing", concurrency: 1, retries: 1, triggers: [{ event: "sharing" }] },
    async ({ step, event, attempt }) => {
      if (event.data.kind === "sleeper") await step.sleep("a second", "1s");
      if (event.data.kind === "failing" && attempt === 0) {
        order.push("failing, attempt 0");
        throw new Error("once more");
      }
      order.push(event.data.kind);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { retryDelay: () => 400 });
  await client.send(["sleeper", "failing", "plain"].map((kind) => ({ name: "sharing", data: { kind } })));
  await until(() => order.length === 4);
  await runtime.idle();
  expect(order).toEqual(["failing, attempt 0", "plain", "failing", "sleeper"]);
  expect(await database.inspect("select sum(held)::int as held from local_runtime.slots")).toEqual([
    { held: 0 },
  ]);
});
