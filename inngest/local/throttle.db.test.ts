import type { Inngest } from "inngest";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

/** Eight runs over two workers: which of them started before a throttle of two a second, and one more, would let them. */
async function tooEarly(id: string, config: Record<string, unknown>): Promise<number[]> {
  const starts: number[] = [];
  const make = (client: Inngest) =>
    client.createFunction({ id, ...config, triggers: [{ event: id }] }, () => {
      starts.push(Date.now());
    });
  const [a, b] = [testClient(), testClient()];
  const one = await startTestRuntime(database, a, [make(a)]);
  await startTestRuntime(database, b, [make(b)]);
  const from = Date.now();
  await Promise.all(Array.from({ length: 8 }, (_, n) => (n % 2 === 0 ? a : b).send({ name: id })));
  await until(() => starts.length === 8);
  await one.idle();
  // Three at once, the other five 500 ms apart. A busy machine can only make it later.
  return starts.toSorted((x, y) => x - y).filter((at, n) => at < from + Math.max(0, n - 2) * 500 - 20);
}

test("over two workers a throttle starts its limit and burst at once, then one each interval, and loses none", async () => {
  expect(await tooEarly("paced", { throttle: { limit: 2, period: "1s", burst: 1 } })).toEqual([]);
});

test("control: without a throttle the same runs start sooner", async () => {
  expect((await tooEarly("unpaced", {})).length).toBeGreaterThan(0);
});

test("a throttle and a concurrency limit are kept together, and no place is held by who may not start", async () => {
  const client = testClient();
  const order: string[] = [];
  const fn = client.createFunction(
    {
      id: "both",
      concurrency: { key: "event.data.org", limit: 1 },
      throttle: { key: "event.data.org", limit: 1, period: "1s" },
      triggers: [{ event: "both" }],
    },
    async ({ step, event }) => {
      await step.run("one", () => order.push(`${event.data.org}${event.data.n}`));
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { concurrency: 3 });
  const of = (org: string) => [1, 2, 3].map((n) => ({ name: "both", data: { org, n } }));
  await client.send([...of("a"), ...of("b")]);
  await runtime.idle();
  expect(order.slice(0, 2).toSorted()).toEqual(["a1", "b1"]);
  expect(order.filter((name) => name.startsWith("a"))).toEqual(["a1", "a2", "a3"]);
  expect(order).toHaveLength(6);
  const [slots] = await database.inspect(
    "select coalesce(sum(held), 0)::int as held from local_runtime.slots",
  );
  expect(slots?.held).toBe(0);
});

test("a throttle counts starts: a run that comes back from a sleep or a retry goes on at once", async () => {
  const client = testClient();
  const seen: string[] = [];
  const fn = client.createFunction(
    { id: "returning", retries: 1, throttle: { limit: 1, period: "1h" }, triggers: [{ event: "returning" }] },
    async ({ step, event, attempt }) => {
      await step.run("start", () => seen.push(`start ${event.data.n}`));
      await step.sleep("a second", "1s");
      await step.run("fails once", () => {
        seen.push(`attempt ${attempt}`);
        if (attempt === 0) throw new Error("once more");
      });
    },
  );
  await startTestRuntime(database, client, [fn]);
  await client.send([1, 2].map((n) => ({ name: "returning", data: { n } })));
  await until(() => seen.length === 3);
  await new Promise((resolve) => setTimeout(resolve, 400));
  expect(seen).toEqual(["start 1", "attempt 0", "attempt 1"]);
  // The other waits for its hour, and is no longer wanted here.
  await database.inspect("delete from local_runtime.runs where function_id = 'test-returning'");
});

test("a run that is cancelled before its turn leaves its turn to the next", async () => {
  const client = testClient();
  const seen: number[] = [];
  const fn = client.createFunction(
    {
      id: "turns",
      throttle: { limit: 1, period: "2s" },
      cancelOn: [{ event: "turns/stop", match: "data.n" }],
      triggers: [{ event: "turns" }],
    },
    ({ event }) => {
      seen.push(event.data.n);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send([1, 2, 3].map((n) => ({ name: "turns", data: { n } })));
  await client.send({ name: "turns/stop", data: { n: 2 } });
  await runtime.idle();
  expect(seen).toEqual([1, 3]);
  // What the last start has spent is one interval from its start: a turn of the cancelled run would have come before it.
  const [spent] = await database.inspect(
    `select t.spent_until <= extract(epoch from r.started_at) * 1000 + 2000 as once
     from local_runtime.throttles t, local_runtime.runs r
     where t.key like 'throttle:test-turns:%' and r.function_id = 'test-turns' order by r.started_at desc nulls last limit 1`,
  );
  expect(spent).toEqual({ once: true });
});
