import { describe, expect, test } from "vitest";
import { readMigrations } from "@/db/migrate";
import { isolationFaults } from "./isolation-faults";
import { squawkFaults } from "./squawk-faults";

const ruleOf = (fault: string) => fault.replace(/^line \d+: /, "").split(":")[0];

describe("a migration that opens what isolation closes is refused", () => {
  test.each([
    ["rls-off", "ALTER TABLE tracking.run DISABLE ROW LEVEL SECURITY;"],
    ["rls-off", "alter table tracking.run\n  disable /* for now */ row level\n security"],
    ["rls-off", "DO $$ BEGIN EXECUTE 'alter table ' || t || ' disable row level security'; END $$"],
    ["rls-off", "select '--'; alter table a disable row level security"],
    ["rls-not-forced", 'ALTER TABLE "tracking"."run" NO FORCE ROW LEVEL SECURITY'],
    ["grant-to-public", "GRANT SELECT ON catalog.plan TO PUBLIC"],
    ["grant-to-public", "grant usage on schema ops to citestreak_app, public"],
    ["grant-beyond-rows", "GRANT TRUNCATE ON tracking.run TO citestreak_app"],
    ["grant-beyond-rows", "grant select, references on tenancy.org to citestreak_app"],
    ["grant-beyond-rows", "GRANT ALL PRIVILEGES ON ALL TABLES IN SCHEMA tracking TO citestreak_app"],
    ["role-unbound", "ALTER ROLE citestreak_app BYPASSRLS"],
    ["role-unbound", "create role helper login superuser"],
    ["app-role-owns", 'ALTER TABLE tracking.run OWNER TO "citestreak_app"'],
    ["trigger-off", "ALTER TABLE credits.entry DISABLE TRIGGER append_only"],
    ["own-transaction", "UPDATE ops.outbox SET sent_at = now(); COMMIT; SELECT 1"],
  ])("%s: %s", (rule, sql) => {
    expect(isolationFaults(sql).map(ruleOf)).toEqual([rule]);
  });
});

describe("a migration that keeps it passes", () => {
  test.each([
    "ALTER TABLE tracking.note ENABLE ROW LEVEL SECURITY; ALTER TABLE tracking.note FORCE ROW LEVEL SECURITY",
    "GRANT SELECT, INSERT, UPDATE (text) ON tracking.note TO citestreak_app",
    "GRANT USAGE ON SCHEMA public TO citestreak_app",
    "REVOKE ALL ON FUNCTION ops.refuse_change() FROM PUBLIC",
    "-- never DISABLE ROW LEVEL SECURITY here\nSELECT 1",
    "CREATE FUNCTION ops.f() RETURNS trigger LANGUAGE plpgsql AS $$\nBEGIN\n  RETURN new;\nEND $$;",
    "CREATE ROLE reader NOSUPERUSER NOBYPASSRLS",
  ])("%s", (sql) => {
    expect(isolationFaults(sql)).toEqual([]);
  });

  test("as all that are in the folder do", async () => {
    const files = await readMigrations();
    expect(files.length).toBeGreaterThanOrEqual(3);
    for (const { name, sql } of files) expect([name, isolationFaults(sql)]).toEqual([name, []]);
  });
});

describe("squawk refuses what stops the running app", () => {
  test.each([
    ["adding-required-field", "ALTER TABLE tracking.run ADD COLUMN note text NOT NULL;"],
    ["require-concurrent-index-creation", "CREATE INDEX i ON tracking.run (org_id, state);"],
    ["changing-column-type", "ALTER TABLE tracking.run ALTER COLUMN kind TYPE bigint USING 1;"],
    ["ban-drop-column", "ALTER TABLE tracking.run DROP COLUMN failure;"],
    ["renaming-column", "ALTER TABLE tracking.run RENAME COLUMN failure TO reason;"],
  ])("%s", async (rule, sql) => {
    expect((await squawkFaults("0003_trial.sql", sql)).map(ruleOf)).toContain(rule);
  });

  test("a concurrent index in a file that the runner would wrap in a transaction", async () => {
    const sql =
      "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON tracking.run (org_id, state);\n--> statement-breakpoint\nANALYZE tracking.run;";
    expect((await squawkFaults("0003_trial.sql", sql)).map(ruleOf)).toEqual([
      "ban-concurrent-index-creation-in-transaction",
    ]);
    expect(await squawkFaults("0003_trial.sql", `-- no-transaction\n${sql}`)).toEqual([]);
  });
});

test("squawk lets a new tenant table, a nullable column and a default through", async () => {
  const sql = `CREATE TABLE "tracking"."note" ("org_id" uuid NOT NULL, "id" uuid NOT NULL, "words" integer NOT NULL,
      CONSTRAINT "note_pk" PRIMARY KEY("org_id","id"));
    --> statement-breakpoint
    ALTER TABLE "tracking"."note" ENABLE ROW LEVEL SECURITY;
    ALTER TABLE "tracking"."note" ADD CONSTRAINT "note_run_fk" FOREIGN KEY ("org_id","id")
      REFERENCES "tracking"."run"("org_id","id");
    CREATE INDEX "note_words_idx" ON "tracking"."note" USING btree ("org_id","words");
    ALTER TABLE "tracking"."run" ADD COLUMN "label" text;
    ALTER TABLE "tracking"."run" ADD COLUMN "kept" boolean DEFAULT false NOT NULL;`;
  expect(await squawkFaults("0003_note.sql", sql)).toEqual([]);
});

test("squawk's own failure is no pass: SQL that it can't read is a finding", async () => {
  expect((await squawkFaults("0003_trial.sql", "ALTER TABEL x;")).length).toBeGreaterThan(0);
});
