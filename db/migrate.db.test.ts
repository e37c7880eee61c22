import { createHash } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from "vitest";
import { type Migration, migrate, readMigrations } from "./migrate";
import { database } from "./tenant";
import { testDatabase } from "./testing/test-database";

const { urls, inspect, openAs } = testDatabase();

/** A migration as the runner reads it from a file. */
function file(name: string, sql: string): Migration {
  return { name, sql, sha256: createHash("sha256").update(sql).digest("hex") };
}

const applied = async () =>
  (await inspect("select name from public.schema_migration order by applied_at, name")).map(
    (row) => row.name,
  );
const exists = async (relation: string) =>
  (await inspect("select to_regclass($1) is not null as there", [relation]))[0]?.there;

test("the template holds every migration, and a second run applies nothing", async () => {
  const names = (await readMigrations()).map((migration) => migration.name);
  expect(names.length).toBeGreaterThanOrEqual(3);
  expect(await applied()).toEqual(names);
  expect(await migrate(urls.owner)).toEqual([]);
  expect(database().driver).toBe(inject("driver"));
});

describe("a database of its own", () => {
  // The runner has one journal a database: the product's steps aside while these files are tried.
  beforeAll(() => inspect("alter table public.schema_migration rename to schema_migration_kept"));
  beforeEach(() =>
    inspect("drop table if exists public.schema_migration; drop schema if exists trial cascade"),
  );
  afterAll(() => inspect("drop table public.schema_migration; drop schema if exists trial cascade"));

  const first = file("0000_first.sql", "create schema trial; create table trial.a (id integer)");
  const second = file(
    "0001_second.sql",
    "create table trial.b as select * from trial.a -- a comment ends it",
  );
  const third = file("0002_third.sql", "alter table trial.b add column name text");

  test("applies files in name order, whatever order they come in, and returns their names", async () => {
    expect(await migrate(urls.owner, [third, first, second])).toEqual([first.name, second.name, third.name]);
    expect(await applied()).toEqual([first.name, second.name, third.name]);
  });

  test("applies only what is new", async () => {
    await migrate(urls.owner, [first]);
    expect(await migrate(urls.owner, [first, second])).toEqual([second.name]);
    expect(await migrate(urls.owner, [first, second])).toEqual([]);
  });

  test("refuses a file that changed after it was applied, and applies nothing behind it", async () => {
    await migrate(urls.owner, [first]);
    const changed = file(first.name, `${first.sql} `);
    await expect(migrate(urls.owner, [changed, second])).rejects.toThrow("0000_first.sql changed");
    expect(await applied()).toEqual([first.name]);
  });

  test("refuses to run when an applied file is gone", async () => {
    await migrate(urls.owner, [first, second]);
    await expect(migrate(urls.owner, [first, third])).rejects.toThrow("missing here: 0001_second.sql");
    expect(await applied()).toEqual([first.name, second.name]);
  });

  test("refuses a new file that stands before an applied one", async () => {
    const later = file("0002_third.sql", "create table trial.c (id integer)");
    await migrate(urls.owner, [first, later]);
    await expect(migrate(urls.owner, [first, second, later])).rejects.toThrow(
      "0001_second.sql stands before 0002_third.sql",
    );
    expect(await applied()).toEqual([first.name, later.name]);
  });

  test("leaves nothing of a file that fails, keeps those before it, and names it", async () => {
    const broken = file("0001_broken.sql", "create table trial.half (id integer); select 1 / 0");
    await expect(migrate(urls.owner, [first, broken, third])).rejects.toThrow("0001_broken.sql failed");
    expect(await applied()).toEqual([first.name]);
    expect(await exists("trial.half")).toBe(false);
    expect(await migrate(urls.owner, [first, second])).toEqual([second.name]);
  });

  const concurrently = file(
    "0001_index.sql",
    "-- no-transaction\ncreate index concurrently a_id_idx on trial.a (id);\n--> statement-breakpoint\nanalyze trial.a;",
  );

  test("runs a -- no-transaction file outside of one: CREATE INDEX CONCURRENTLY works", async () => {
    expect(await migrate(urls.owner, [first, concurrently])).toEqual([first.name, concurrently.name]);
    expect(await exists("trial.a_id_idx")).toBe(true);
  });

  test("control: the same statement without the mark is refused by Postgres", async () => {
    const unmarked = file(concurrently.name, concurrently.sql.replace("-- no-transaction\n", ""));
    await expect(migrate(urls.owner, [first, unmarked])).rejects.toThrow("0001_index.sql failed");
  });

  test("doesn't take an invalid index, left by a CONCURRENTLY that failed, for the real one", async () => {
    await migrate(urls.owner, [first]);
    await inspect("insert into trial.a values (1), (1)");
    const unique = file(
      "0001_unique.sql",
      "-- no-transaction\ncreate unique index concurrently if not exists a_key on trial.a (id)",
    );
    await expect(migrate(urls.owner, [first, unique])).rejects.toThrow("0001_unique.sql failed");
    await expect(migrate(urls.owner, [first, unique])).rejects.toMatchObject({
      cause: { message: "invalid index, drop it first: trial.a_key" },
    });
    expect(await applied()).toEqual([first.name]);
  });

  test("two runners at once apply each file once", async () => {
    const names = await Promise.all([1, 2].map(() => migrate(urls.owner, [first, second, third])));
    expect(names.flat().sort()).toEqual([first.name, second.name, third.name]);
  });

  test("two runners at once don't lock each other out over CREATE INDEX CONCURRENTLY", async () => {
    await migrate(urls.owner, [first]);
    const slow = file(
      concurrently.name,
      `-- no-transaction\nselect pg_sleep(0.5);\n--> statement-breakpoint\n${concurrently.sql}`,
    );
    const names = await Promise.all([1, 2].map(() => migrate(urls.owner, [first, slow])));
    expect(names.flat()).toEqual([slow.name]);
  });

  test("tries again while somebody holds the lock that a file needs", async () => {
    await migrate(urls.owner, [first, second]);
    const holder = await openAs("owner", 1).connect();
    await holder.query("begin; lock table trial.b in access share mode");
    const running = migrate(urls.owner, [first, second, third]);
    const waiting =
      "select count(*)::int as n from pg_stat_activity where wait_event_type = 'Lock' and query like '%trial.b add%'";
    // Longer than one attempt may wait: the first one has timed out by then.
    for (let waited = 0; waited < 2_400; waited += 100) await sleep(100);
    expect(await applied()).toEqual([first.name, second.name]);
    while ((await inspect(waiting))[0]?.n !== 1) await sleep(20);
    await holder.query("commit");
    holder.release();
    expect(await running).toEqual([third.name]);
  });
});
