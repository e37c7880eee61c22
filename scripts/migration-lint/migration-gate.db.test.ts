import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readMigrations } from "@/db/migrate";
import { catalogRules } from "@/db/testing/catalog";
import { roles } from "@/db/testing/catalog/classification";
import { fillTables } from "@/db/testing/filled-tables";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { badForIsolation } from "./corpus/bad-isolation";
import { badForRunningApp } from "./corpus/bad-running-app";
import { goodMigrations } from "./corpus/good-migrations";
import type { Gate } from "./corpus/migration-case";
import { isOnLiveData } from "./migration-faults";
import { previousAppFaults } from "./previous-app";
import { previousRecording } from "./recordings";
import { LONGEST_LOCK_MS, type MigrationTrace, traceFaults, traceMigration } from "./trace-migration";

const ROWS = 100_000;
const FIRST_TRACED = "0003";

const { urls } = testDatabase({ before: FIRST_TRACED });
const bad = [...badForIsolation, ...badForRunningApp];
const seenBy = (gate: Gate) => bad.filter((migration) => migration.gate === gate);
const ruleOf = (fault: string) => fault.replace(/^line \d+: /, "").split(":")[0];

let owner: pg.Client;
let admin: pg.Client;
const traces = new Map<string, MigrationTrace>();

/** A database as it was before the first migration that met rows, filled, and brought to today file by file. */
beforeAll(async () => {
  owner = new pg.Client({ connectionString: urls.owner });
  admin = new pg.Client({ connectionString: urls.admin });
  await Promise.all([owner.connect(), admin.connect()]);
  const fill = () => fillTables(async (sql) => (await admin.query(sql)).rows, ROWS);
  await fill();
  for (const migration of (await readMigrations()).filter((file) => isOnLiveData(file.name))) {
    traces.set(migration.name, await traceMigration({ owner, admin }, migration, { keep: true }));
    await fill();
  }
}, 180_000);
afterAll(() => Promise.all([owner.end(), admin.end()]));

/** What `look` sees after `sql` was applied by the owner; all of it is undone. */
async function afterwards<T>(sql: string, look: () => Promise<T>): Promise<T> {
  await admin.query(`begin; set local role ${roles.owner}`);
  try {
    await admin.query(sql);
    await admin.query("reset role");
    return await look();
  } finally {
    await admin.query("rollback");
  }
}

const statementsOfPreviousApp = async () =>
  (await previousRecording((await readMigrations()).at(-1)?.name ?? "")).statements;
const previousApp = async () => previousAppFaults(admin, await statementsOfPreviousApp());

async function catalogFaults(): Promise<string[]> {
  const faults: string[] = [];
  for (const rule of catalogRules) {
    const offenders = await rule.find(async (sql) => (await admin.query(sql)).rows);
    faults.push(...offenders.map((offender) => `${rule.id}: ${offender}`));
  }
  return faults;
}

describe("the trace, on tables of 100,000 rows", () => {
  test("no migration since the first release rewrote a table, or closed one for 200 ms, without saying why", () => {
    expect(traces.size).toBeGreaterThanOrEqual(2);
    for (const [name, trace] of traces) expect([name, traceFaults(trace)]).toEqual([name, []]);
  });

  test("it did see locks on tables with rows, and the two rewrites that 0003 explains", () => {
    const seen = traces.get("0003_screens.sql")?.tables ?? [];
    const rewritten = seen.filter((table) => table.rewrittenBy).map((table) => table.table);
    expect(rewritten.toSorted()).toEqual(["tenancy.project", "tenancy.workspace"]);
    const locked = seen.filter((table) => table.lockedBy).map((table) => table.table);
    expect(locked).toEqual(expect.arrayContaining(["tracking.answer", "tracking.prompt", "tracking.run"]));
  });

  test.each(seenBy("trace"))("refuses $rule: $harm", async ({ rule, sql }) => {
    const trace = await traceMigration({ owner, admin }, { sql }, { keep: false });
    expect(traceFaults(trace).map(ruleOf)).toContain(rule);
  });

  test("the time that it tells is the time from the lock to the commit", async () => {
    const sql = "SELECT pg_sleep(0.1); ALTER TABLE tracking.run ADD COLUMN note text; SELECT pg_sleep(0.06)";
    const { tables } = await traceMigration({ owner, admin }, { sql }, { keep: false });
    const held = tables.find(({ table }) => table === "tracking.run")?.lockedMs ?? 0;
    expect(held).toBeGreaterThanOrEqual(60);
    expect(held).toBeLessThan(LONGEST_LOCK_MS);
  });
});

describe("the catalog", () => {
  test.each(seenBy("catalog"))("refuses $rule: $harm", async ({ rule, sql }) => {
    expect((await afterwards(sql, catalogFaults)).map(ruleOf)).toContain(rule);
  });
});

describe("the app of before, on the schema of today", () => {
  test("can do all that it did", async () => {
    expect(await afterwards("select 1", previousApp)).toEqual([]);
  });

  test("its statements are more than a handful, and its inserts are executed", async () => {
    const statements = await statementsOfPreviousApp();
    expect(statements.length).toBeGreaterThanOrEqual(150);
    expect(statements.filter(({ values }) => values).length).toBeGreaterThanOrEqual(25);
  });

  test.each(seenBy("previous app"))("is protected from this: $harm", async ({ rule, sql }) => {
    expect((await afterwards(sql, previousApp)).map(ruleOf)).toContain(rule);
  });

  test("control: an app from before 0003 makes no project any more, since it gives none a slug", async () => {
    const text = "insert into tenancy.project (org_id, id, workspace_id, name) values ($1, $2, $3, $4)";
    const id = crypto.randomUUID();
    const values = [id, id, id, "A project"];
    const faults = await afterwards("select 1", () => previousAppFaults(admin, [{ text, values }]));
    expect(faults).toEqual([`previous-app: the INSERT gives no value to slug: ${text}`]);
  });
});

test("good migrations, one after the other on the same rows, are refused by no gate", async () => {
  for (const { name, sql } of goodMigrations) {
    const trace = await traceMigration({ owner, admin }, { sql }, { keep: true });
    expect([name, traceFaults(trace)]).toEqual([name, []]);
  }
  expect(await catalogFaults()).toEqual([]);
  expect(await afterwards("select 1", previousApp)).toEqual([]);
  report(
    "migrations",
    `${bad.length} bad migrations caught, 0 of ${goodMigrations.length} good ones refused`,
  );
});
