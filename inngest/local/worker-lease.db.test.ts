import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

/** A worker that signed on `seconds` ago and hasn't been heard of since, with a run of `functionId` in its hands. */
async function deadWorkerWith(
  functionId: string,
  seconds: number,
  losses = 0,
  lock = 999_999,
): Promise<void> {
  const worker = randomUUID();
  await database.inspect(
    `insert into local_runtime.workers (id, beat_at, lock_number) overriding system value
     values ($1, now() - $2 * interval '1 second', $3)`,
    [worker, seconds, lock],
  );
  await database.inspect(
    `insert into local_runtime.runs (id, function_id, event, status, priority, worker_id, claim, losses)
     values ($1, $2, '{"data":{},"id":"e","name":"orphan","ts":1}', 'active', 0, $3, 1, $4)`,
    [randomUUID(), functionId, worker, losses],
  );
}

test("what a dead worker held is carried on by the next", async () => {
  const client = testClient();
  let runs = 0;
  const fn = client.createFunction({ id: "orphan", triggers: [{ event: "orphan" }] }, async () => {
    runs += 1;
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  await deadWorkerWith("test-orphan", 3);
  await until(() => runs === 1);
  await runtime.idle();
  expect(await database.inspect("select count(*)::int as n from local_runtime.workers")).toEqual([{ n: 1 }]);
});

test("a worker that is only slow keeps what it holds; once its connection is gone, the next carries on", async () => {
  const client = testClient();
  let runs = 0;
  const fn = client.createFunction({ id: "kept", triggers: [{ event: "orphan" }] }, async () => {
    runs += 1;
  });
  const runtime = await startTestRuntime(database, client, [fn]);
  const slow = new pg.Client({ connectionString: database.urls.queue });
  await slow.connect();
  await slow.query("select pg_advisory_lock(7207, 1000000)");
  await deadWorkerWith("test-kept", 10, 0, 1_000_000);
  await new Promise((resolve) => setTimeout(resolve, 1_500));
  expect(runs).toBe(0);
  await slow.end();
  await until(() => runs === 1);
  await runtime.idle();
});

test("a run that keeps bringing its worker down is given up, and its onFailure told", async () => {
  const client = testClient();
  const told: string[] = [];
  const fn = client.createFunction(
    {
      id: "poison",
      triggers: [{ event: "orphan" }],
      onFailure: ({ error }) => {
        told.push(error.message);
      },
    },
    async () => {
      told.push("ran");
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await deadWorkerWith("test-poison", 3, 9);
  await until(() => told.length > 0);
  expect(told).toEqual(["the worker died 10 times while it ran this"]);
  expect((await runtime.deadLetters.list()).letters[0]?.functionId).toBe("test-poison");
});

test("a run whose function isn't known here waits for a worker that knows it", async () => {
  const client = testClient();
  const runtime = await startTestRuntime(database, client, []);
  await deadWorkerWith("test-of-the-next-deploy", 3);
  const state = () =>
    database.inspect("select status from local_runtime.runs where function_id = 'test-of-the-next-deploy'");
  await until(async () => (await state())[0]?.status === "sleeping");
  expect((await runtime.deadLetters.list()).letters.map(({ functionId }) => functionId)).not.toContain(
    "test-of-the-next-deploy",
  );
});
