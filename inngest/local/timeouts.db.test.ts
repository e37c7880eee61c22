import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

async function statusOf(functionId: string): Promise<unknown[]> {
  const rows = await database.inspect(
    "select status from local_runtime.runs where function_id = $1 order by seq",
    [`test-${functionId}`],
  );
  return rows.map(({ status }) => status);
}

test("timeouts.start ends a run that its throttle keeps waiting, and tells of it", async () => {
  const client = testClient();
  const seen: unknown[] = [];
  const fn = client.createFunction(
    {
      id: "late-start",
      throttle: { limit: 1, period: "1h" },
      timeouts: { start: "1s" },
      triggers: [{ event: "late-start" }],
    },
    ({ event }) => {
      seen.push(event.data.n);
    },
  );
  const told = client.createFunction(
    { id: "late-told", triggers: [{ event: "inngest/function.cancelled" }] },
    ({ event }) => {
      seen.push([event.data.function_id, event.data.event.data.n]);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn, told]);
  await client.send([1, 2].map((n) => ({ name: "late-start", data: { n } })));
  await until(() => seen.length === 2);
  await runtime.idle();
  expect(seen).toEqual([1, ["test-late-start", 2]]);
  expect(await statusOf("late-start")).toEqual(["completed", "cancelled"]);
});

test("timeouts.start counts from the moment for which an event is dated", async () => {
  const client = testClient();
  const seen: number[] = [];
  const fn = client.createFunction(
    { id: "dated-start", timeouts: { start: "2s" }, triggers: [{ event: "dated-start" }] },
    () => {
      seen.push(Date.now());
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "dated-start", ts: Date.now() + 3_000 });
  await until(() => seen.length === 1);
  await runtime.idle();
  expect(await statusOf("dated-start")).toEqual(["completed"]);
});

test("timeouts.finish ends a run that sleeps, waits or retries for longer", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction(
    { id: "late-finish", retries: 1, timeouts: { finish: "1s" }, triggers: [{ event: "late-finish" }] },
    async ({ step, event }) => {
      ran.push(event.data.kind);
      if (event.data.kind === "sleeps") await step.sleep("long", "1h");
      if (event.data.kind === "waits")
        await step.waitForEvent("answer", { event: "late-finish/answer", timeout: "1h" });
      if (event.data.kind === "retries") throw new Error("later");
      await step.run("after", () => ran.push(`after ${event.data.kind}`));
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { retryDelay: () => 60_000 });
  await client.send(["sleeps", "waits", "retries"].map((kind) => ({ name: "late-finish", data: { kind } })));
  await until(async () => (await statusOf("late-finish")).every((status) => status === "cancelled"));
  await client.send({ name: "late-finish/answer" });
  await runtime.idle();
  expect(ran.toSorted()).toEqual(["retries", "sleeps", "waits"]);
});

test("a last call that began in time may end late; a step that did is the last", async () => {
  const client = testClient();
  const gate = Promise.withResolvers<void>();
  const ran: string[] = [];
  const config = { timeouts: { finish: "1s" } } as const;
  const last = client.createFunction(
    { id: "last-call", ...config, triggers: [{ event: "slow" }] },
    async () => {
      await gate.promise;
      return "in time";
    },
  );
  const more = client.createFunction(
    { id: "more-to-do", ...config, triggers: [{ event: "slow" }] },
    async ({ step }) => {
      await step.run("slow", () => gate.promise);
      await step.run("after", () => ran.push("after"));
    },
  );
  const runtime = await startTestRuntime(database, client, [last, more]);
  await client.send({ name: "slow" });
  await until(async () => {
    const rows = await database.inspect(
      "select from local_runtime.runs where cancel_requested and ended_at is null",
    );
    return rows.length === 2;
  });
  gate.resolve();
  await runtime.idle();
  expect(await statusOf("last-call")).toEqual(["completed"]);
  expect(await statusOf("more-to-do")).toEqual(["cancelled"]);
  expect(ran).toEqual([]);
});

test("a dead letter that is retried has its time to finish again", async () => {
  const client = testClient();
  let broken = true;
  const fn = client.createFunction(
    { id: "second-chance", retries: 0, timeouts: { finish: "2s" }, triggers: [{ event: "second-chance" }] },
    async ({ step }) => {
      if (broken) throw new Error("broken");
      await step.sleep("a second", "1s");
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "second-chance" });
  await runtime.idle();
  await database.inspect(
    "update local_runtime.runs set deadline = now() - interval '1 hour' where function_id = 'test-second-chance'",
  );
  broken = false;
  const [letter] = (await runtime.deadLetters.list({ functionId: "test-second-chance" })).letters;
  await runtime.deadLetters.retry(letter?.runId ?? "", "a test");
  await until(async () => (await statusOf("second-chance"))[0] === "completed");
});
