import { randomUUID } from "node:crypto";
import pg from "pg";
import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { SCHEMA_VERSIONS } from "./schema-versions";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

test("a database of the first version is brought up to date by two workers at once, and its runs are carried on", async () => {
  const queue = new pg.Client({ connectionString: database.urls.queue });
  await queue.connect();
  await queue.query("create table local_runtime.installed (version integer primary key)");
  await queue.query(SCHEMA_VERSIONS[0] ?? "");
  await queue.query("insert into local_runtime.installed values (1)");
  const event = '{"data":{"id":7},"id":"e","name":"old","ts":1}';
  const [asleep, dead] = [randomUUID(), randomUUID()];
  await queue.query(
    `insert into local_runtime.runs (id, function_id, event, status, priority, claim, error, ended_at) values
       ($1, 'test-old', $3, 'sleeping', 0, 1, null, null),
       ($2, 'test-old', $3, 'failed', 0, 1, '{"message":"broken","name":"Error"}', now())`,
    [asleep, dead, event],
  );
  const wait = "ad782ecdac770fc6eb9a62e44f90873fb97fb26b";
  await queue.query(
    "insert into local_runtime.steps (run_id, step_id, state, due_at) values ($1, $2, 'waiting', now() + interval '1 hour')",
    [asleep, wait],
  );
  await queue.query(
    "insert into local_runtime.waits values ($1, $2, false, 'answer', array['data', 'id'], '7')",
    [asleep, wait],
  );
  await queue.end();

  const seen: unknown[] = [];
  const start = async () => {
    const client = testClient();
    const fn = client.createFunction({ id: "old", triggers: [{ event: "old" }] }, async ({ step }) => {
      const answer = await step.waitForEvent("two", { event: "answer", timeout: "1h", match: "data.id" });
      seen.push(answer?.data);
    });
    return { client, runtime: await startTestRuntime(database, client, [fn]) };
  };
  const [{ client, runtime }] = await Promise.all([start(), start()]);
  await client.send([
    { name: "answer", data: { id: 8 } },
    { name: "answer", data: { id: 7, text: "at last" } },
  ]);
  await until(() => seen.length === 1);
  expect(seen).toEqual([{ id: 7, text: "at last" }]);
  expect((await runtime.deadLetters.read(dead))?.error.message).toBe("broken");
  expect(await runtime.deadLetters.drop(dead, "a test")).toBe(true);
  await runtime.idle();
});
