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

test("a connection plans putting and removing once, and taking each time, for the queue as it is by then", async () => {
  const pool = openDatabase(database.urls.queue, silent, 1);
  onTestFinished(() => pool.close());
  await installSchema(pool);
  const queue = await openQueue(database.urls.queue, [MAIN_QUEUE], silent);
  onTestFinished(() => queue.stop());
  for (let turn = 1; turn <= 3; turn += 1) {
    const entry = { id: randomUUID(), queue: MAIN_QUEUE, priority: 0 };
    await pool.transaction((sql) => queue.put(sql, [entry]));
    expect(await pool.transaction((sql) => queue.take(sql, MAIN_QUEUE, 1))).toEqual([entry.id]);
    await pool.transaction((sql) => queue.remove(sql, [entry]));
  }
  const planned = await pool.query<{ verb: string; times: number }>(
    `select substring(statement from '(?i)(insert|delete|update)') as verb,
       (generic_plans + custom_plans)::int as times
     from pg_prepared_statements where statement like '%pgboss.job%' order by 1`,
  );
  expect(planned.map(({ verb, times }) => [verb.toLowerCase(), times])).toEqual([
    ["delete", 3],
    ["insert", 3],
  ]);
});
