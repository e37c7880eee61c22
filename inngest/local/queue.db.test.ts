import { randomUUID } from "node:crypto";
import { expect, onTestFinished, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { openDatabase } from "./database";
import { MAIN_QUEUE } from "./function-plan";
import { openQueue } from "./queue";
import { installSchema } from "./schema";
import { silent } from "./testing/start-test-runtime";

const database = testDatabase();

test("a transaction puts a run into the queue with the only connection that it has", async () => {
  const pool = openDatabase(database.urls.queue, silent, 1);
  onTestFinished(() => pool.close());
  await installSchema(pool);
  const queue = await openQueue(database.urls.queue, [MAIN_QUEUE], silent);
  onTestFinished(() => queue.stop());
  const id = randomUUID();
  await pool.transaction((sql) => queue.put(sql, [{ id, queue: MAIN_QUEUE, priority: 0 }]));
  expect(await pool.transaction((sql) => queue.take(sql, MAIN_QUEUE, 5))).toEqual([id]);
}, 5_000);
