import { describe, expect, test } from "vitest";
import { readMigrations } from "@/db/migrate";
import { badForIsolation } from "./corpus/bad-isolation";
import { badForRunningApp } from "./corpus/bad-running-app";
import { goodMigrations } from "./corpus/good-migrations";
import { migrationFaults } from "./migration-faults";
import { readStatements } from "./read-statements";
import { sqlFaults, sqlRules } from "./sql-faults";

const bad = [...badForIsolation, ...badForRunningApp];
const read = bad.filter((migration) => migration.gate === "reading");
const ruleOf = (fault: string) => fault.replace(/^line \d+: /, "").split(":")[0];

test("25 bad migrations at least are tried, each with its harm, and 15 good ones", () => {
  expect(bad.length).toBeGreaterThanOrEqual(25);
  expect(new Set(bad.map(({ sql, rule }) => rule + sql)).size).toBe(bad.length);
  expect(goodMigrations.length).toBeGreaterThanOrEqual(15);
});

test("every rule over the syntax tree has a migration that it catches", () => {
  const caught = new Set(read.map((migration) => migration.rule));
  expect(sqlRules.map((rule) => rule.id).filter((id) => !caught.has(id))).toEqual([]);
});

describe("a bad migration is refused by reading it", () => {
  test.each(read)("$rule: $harm", async ({ rule, sql }) => {
    expect((await migrationFaults("9000_trial.sql", sql)).map(ruleOf)).toContain(rule);
  });
});

describe("a good migration is refused by no reader", () => {
  test.each(goodMigrations)("$name", async ({ sql }) => {
    expect(await migrationFaults("9000_trial.sql", sql)).toEqual([]);
  });

  test("as none that is in the folder is", async () => {
    const files = await readMigrations();
    expect(files.length).toBeGreaterThanOrEqual(5);
    for (const { name, sql } of files) expect([name, await migrationFaults(name, sql)]).toEqual([name, []]);
  });
});

describe("what looks like a fault and is none passes the rules", () => {
  test.each([
    "GRANT USAGE ON SCHEMA public TO citestreak_app",
    "REVOKE ALL ON FUNCTION ops.refuse_change() FROM PUBLIC",
    "REVOKE UPDATE ON tracking.answer FROM citestreak_app",
    "CREATE ROLE reader NOSUPERUSER NOBYPASSRLS",
    "ALTER TABLE tracking.run ENABLE TRIGGER ALL",
    "COMMENT ON TABLE tracking.run IS 'DISABLE ROW LEVEL SECURITY; COMMIT'",
    "CREATE FUNCTION ops.f() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$\nBEGIN\n  RETURN new;\nEND $$;",
    "CREATE VIEW tracking.v WITH (security_invoker = on) AS SELECT * FROM tracking.run",
    "SET LOCAL statement_timeout = '5min'",
    "-- lint-ignore cascade: only the view of the file before hangs on it\nDROP VIEW tracking.v CASCADE",
  ])("%s", async (sql) => {
    expect(sqlFaults(await readStatements(sql))).toEqual([]);
  });
});

test("a fault names its line, counted in characters that aren't all one byte long", async () => {
  const sql =
    "-- é, ü and 統\nSELECT 1;\n\n-- one more\nALTER TABLE tracking.run DISABLE ROW LEVEL SECURITY;";
  expect((await migrationFaults("9000_trial.sql", sql))[0]).toMatch(/^line 5: rls-off: /);
});
