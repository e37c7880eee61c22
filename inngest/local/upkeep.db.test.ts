import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { openDatabase } from "./database";
import { silent, startTestRuntime, testClient } from "./testing/start-test-runtime";
import { tidyUp } from "./upkeep";

const database = testDatabase();

test("what has aged out goes, with its steps and keys; failed runs stay 90 days and keep their lane", async () => {
  const client = testClient();
  const fn = client.createFunction(
    {
      id: "aging",
      retries: 0,
      concurrency: { key: "event.data.n", limit: 1 },
      triggers: [{ event: "aging" }],
    },
    async ({ step, event }) => {
      await step.run("one", () => 1);
      if (event.data.fails) throw new Error("failed");
    },
  );
  const runtime = await startTestRuntime(database, client, [fn]);
  await client.send([0, 1, 2].map((n) => ({ id: `event ${n}`, name: "aging", data: { n, fails: n === 0 } })));
  await runtime.idle();
  const count = async (table: string) =>
    (await database.inspect(`select count(*)::int as n from local_runtime.${table}`))[0]?.n;
  const queue = openDatabase(database.urls.queue, silent);
  await tidyUp(queue);
  expect([await count("runs"), await count("steps"), await count("seen")]).toEqual([3, 3, 3]);

  await database.inspect("update local_runtime.runs set ended_at = now() - interval '3 days'");
  await database.inspect("update local_runtime.seen set seen_at = now() - interval '26 hours'");
  await tidyUp(queue);
  expect([await count("runs"), await count("steps"), await count("seen")]).toEqual([1, 1, 0]);
  expect([await count("lanes"), await count("slots")]).toEqual([1, 0]);
  const [letter] = (await runtime.deadLetters.list()).letters;
  expect(await runtime.deadLetters.retry(letter?.runId ?? "", "a test")).toBe(true);
  await runtime.idle();
  expect(await count("runs")).toBe(1);

  await database.inspect("update local_runtime.runs set ended_at = now() - interval '91 days'");
  await tidyUp(queue);
  expect([await count("runs"), await count("lanes")]).toEqual([0, 0]);
  await queue.close();
});
