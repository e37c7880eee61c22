import { NonRetriableError, RetryAfterError } from "inngest";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient } from "./testing/start-test-runtime";

const database = testDatabase();

test("a function is tried as often as it says, then onFailure is called once with its error", async () => {
  const client = testClient();
  const attempts: number[] = [];
  const failures: unknown[] = [];
  const fn = client.createFunction(
    {
      id: "stubborn",
      retries: 2,
      triggers: [{ event: "stubborn" }],
      onFailure: ({ error, event }) => {
        failures.push([error.message, event.data.function_id, event.data.event.data]);
      },
    },
    async ({ attempt }) => {
      attempts.push(attempt);
      throw new Error(`attempt ${attempt} failed`);
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "stubborn", data: { n: 1 } });
  await runtime.idle();
  expect(attempts).toEqual([0, 1, 2]);
  expect(failures).toEqual([["attempt 2 failed", "test-stubborn", { n: 1 }]]);
});

test("a NonRetriableError ends the run at once", async () => {
  const client = testClient();
  let calls = 0;
  let failures = 0;
  const fn = client.createFunction(
    {
      id: "hopeless",
      triggers: [{ event: "hopeless" }],
      onFailure: () => {
        failures += 1;
      },
    },
    async ({ step }) => {
      await step.run("one", () => {
        calls += 1;
        throw new NonRetriableError("no use");
      });
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "hopeless" });
  await runtime.idle();
  expect({ calls, failures }).toEqual({ calls: 1, failures: 1 });
});

test("a RetryAfterError puts the next attempt at the moment that it names", async () => {
  const client = testClient();
  const moment = new Date("2100-01-02T03:04:05.678Z");
  const fn = client.createFunction({ id: "later", triggers: [{ event: "later" }] }, async ({ step }) => {
    await step.run("one", () => {
      throw new RetryAfterError("busy", moment);
    });
  });
  await startTestRuntime(database, client, [fn]);
  await client.send({ name: "later" });
  const due = async () =>
    database.inspect(
      `select j.start_after from pgboss.job j join local_runtime.runs r on r.id = j.id
       where r.function_id = 'test-later' and j.start_after > '2099-01-01'`,
    );
  while ((await due()).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
  expect(await due()).toEqual([{ start_after: moment }]);
  await database.inspect("delete from local_runtime.runs where function_id = 'test-later'");
});

test("a function can catch a step that failed for good, and goes on", async () => {
  const client = testClient();
  const ran: string[] = [];
  const fn = client.createFunction(
    { id: "forgiving", retries: 1, triggers: [{ event: "forgiving" }] },
    async ({ step }) => {
      const caught = await step
        .run("bad", () => {
          ran.push("bad");
          throw new TypeError("out of range");
        })
        .catch((error: Error) => error.message);
      await step.run("good", () => ran.push(`good after ${caught}`));
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "forgiving" });
  await runtime.idle();
  expect(ran).toEqual(["bad", "bad", "good after out of range"]);
  expect((await runtime.deadLetters.list()).letters.map(({ functionId }) => functionId)).not.toContain(
    "test-forgiving",
  );
});

test("a run that failed for good is kept, and retried from its memoised steps", async () => {
  const client = testClient();
  const ran: string[] = [];
  let broken = true;
  const fn = client.createFunction(
    { id: "mended", retries: 0, triggers: [{ event: "mend" }] },
    async ({ step }) => {
      await step.run("one", () => ran.push("one"));
      await step.run("two", () => {
        ran.push("two");
        if (broken) throw new Error("broken");
      });
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send({ name: "mend", data: { n: 5 } });
  await runtime.idle();
  const [letter] = (await runtime.deadLetters.list()).letters;
  expect(letter).toMatchObject({
    functionId: "test-mended",
    event: { data: { n: 5 } },
    error: { message: "broken" },
  });

  broken = false;
  expect(await runtime.deadLetters.retry(letter?.runId ?? "", "a test")).toBe(true);
  await runtime.idle();
  expect(ran).toEqual(["one", "two", "two"]);
  expect(await runtime.deadLetters.retry(letter?.runId ?? "", "a test")).toBe(false);
});

test("idle doesn't resolve while a retry is pending", async () => {
  const client = testClient();
  let attempts = 0;
  const fn = client.createFunction(
    { id: "pending", retries: 1, triggers: [{ event: "pending" }] },
    async () => {
      attempts += 1;
      if (attempts === 1) throw new Error("once");
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { retryDelay: () => 300 });
  await client.send({ name: "pending" });
  await runtime.idle();
  expect(attempts).toBe(2);
});
