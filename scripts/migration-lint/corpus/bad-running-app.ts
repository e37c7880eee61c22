import type { BadMigration } from "./migration-case";

const seenByReading: readonly Omit<BadMigration, "gate">[] = [
  { rule: "unreadable", harm: "what can't be read can't be checked", sql: "ALTER TABEL tracking.run" },
  {
    rule: "own-transaction",
    harm: "half of a file that fails stays",
    sql: "UPDATE ops.outbox SET sent_at = now(); COMMIT; SELECT 1",
  },
  { rule: "own-transaction", harm: "the same inside a block", sql: "DO $$ BEGIN COMMIT; END $$" },
  {
    rule: "dynamic-sql",
    harm: "no gate reads what it runs",
    sql: "DO $$ DECLARE t text := 'tracking.run'; BEGIN EXECUTE 'alter table ' || t || ' disable row level security'; END $$",
  },
  {
    rule: "dynamic-sql",
    harm: "the same by a loop",
    sql: "DO $$ DECLARE r record; BEGIN FOR r IN EXECUTE 'select 1' LOOP NULL; END LOOP; END $$",
  },
  { rule: "session-setting", harm: "the next file runs as somebody else", sql: "SET ROLE citestreak_queue" },
  {
    rule: "rls-blind",
    harm: "a backfill that changes no row and reports success",
    sql: "UPDATE tracking.run SET failure = 'unknown' WHERE failure IS NULL AND state = 'failed'",
  },
  {
    rule: "rls-blind",
    harm: "a directory filled from rows that it can't see",
    sql: "INSERT INTO identity.org_slug (slug, org_id) SELECT org_id::text, org_id FROM tenancy.org",
  },
  {
    rule: "rls-blind",
    harm: "the same inside a block",
    sql: "DO $$ BEGIN DELETE FROM tracking.mention WHERE rank IS NULL; END $$",
  },
  {
    rule: "cascade",
    harm: "takes every trigger that guards the ledger along",
    sql: "DROP FUNCTION ops.refuse_change() CASCADE",
  },
  { rule: "rows-thrown-away", harm: "every answer's streaks are gone", sql: "TRUNCATE insight.streak" },
  {
    rule: "table-kept-locked",
    harm: "nobody reads runs until the file ends",
    sql: "LOCK TABLE tracking.run IN ACCESS EXCLUSIVE MODE",
  },
  {
    rule: "unlogged",
    harm: "empty after a crash",
    sql: "ALTER TABLE ops.outbox SET UNLOGGED",
  },
  {
    rule: "waiver-without-reason",
    harm: "a rule set aside, and nobody knows why",
    sql: "-- lint-ignore rows-thrown-away\nTRUNCATE insight.streak",
  },
  {
    rule: "waiver-without-reason",
    harm: "the same of squawk's rules",
    sql: "-- squawk-ignore ban-drop-column\nALTER TABLE tracking.run DROP COLUMN failure",
  },
  {
    rule: "waiver-unknown",
    harm: "isolation set aside with a reason",
    sql: "-- lint-ignore rls-off: only until tomorrow\nALTER TABLE tracking.run DISABLE ROW LEVEL SECURITY",
  },
  {
    rule: "waiver-unused",
    harm: "a reason left behind, for the next statement to hide under",
    sql: "-- lint-ignore cascade: nothing hangs on it\nSELECT 1",
  },
  {
    rule: "waiver-of-file",
    harm: "every rule set aside for every line",
    sql: "-- This file is fine as it is.\n-- squawk-ignore-file\nALTER TABLE tracking.run DROP COLUMN failure",
  },
  {
    rule: "adding-required-field",
    harm: "fails on the first row",
    sql: "ALTER TABLE tracking.run ADD COLUMN note text NOT NULL;",
  },
  {
    rule: "adding-field-with-default",
    harm: "writes every row anew under the lock",
    sql: "ALTER TABLE tracking.answer ADD COLUMN key uuid DEFAULT gen_random_uuid();",
  },
  {
    rule: "adding-not-nullable-field",
    harm: "reads every row under the lock",
    sql: "ALTER TABLE tracking.run ALTER COLUMN failure SET NOT NULL;",
  },
  {
    rule: "changing-column-type",
    harm: "writes every row anew under the lock",
    sql: "ALTER TABLE tracking.run ALTER COLUMN repeats TYPE bigint;",
  },
  {
    rule: "require-concurrent-index-creation",
    harm: "nobody writes until the index stands",
    sql: "CREATE INDEX i ON tracking.run (org_id, state);",
  },
  {
    rule: "require-concurrent-index-deletion",
    harm: "waits for every reader, with everybody behind it",
    sql: "DROP INDEX tracking.run_project_idx;",
  },
  {
    rule: "ban-concurrent-index-creation-in-transaction",
    harm: "fails: the runner wraps the file",
    sql: "CREATE INDEX CONCURRENTLY IF NOT EXISTS i ON tracking.run (org_id, state); ANALYZE tracking.run;",
  },
  {
    rule: "constraint-missing-not-valid",
    harm: "reads every row under the lock",
    sql: "ALTER TABLE tracking.run ADD CONSTRAINT repeats_positive CHECK (repeats > 0);",
  },
  {
    rule: "adding-foreign-key-constraint",
    harm: "reads every row of one table while two are locked",
    sql: "ALTER TABLE tracking.run ADD FOREIGN KEY (org_id) REFERENCES tenancy.org (org_id);",
  },
  {
    rule: "disallowed-unique-constraint",
    harm: "builds an index under the lock",
    sql: "ALTER TABLE tracking.run ADD CONSTRAINT u UNIQUE (org_id, observed_at);",
  },
  {
    rule: "ban-drop-column",
    harm: "the app that still runs selects it",
    sql: "ALTER TABLE tracking.run DROP COLUMN failure;",
  },
  {
    rule: "ban-drop-table",
    harm: "the app that still runs reads it",
    sql: "DROP TABLE insight.streak;",
  },
  {
    rule: "renaming-column",
    harm: "the app that still runs knows the old name",
    sql: "ALTER TABLE tracking.run RENAME COLUMN failure TO reason;",
  },
  {
    rule: "renaming-table",
    harm: "the app that still runs knows the old name",
    sql: "ALTER TABLE tracking.run RENAME TO execution;",
  },
  {
    rule: "require-concurrent-reindex",
    harm: "nobody writes until it is built again",
    sql: "REINDEX TABLE tracking.run;",
  },
];

const seenByTrace: readonly Omit<BadMigration, "gate">[] = [
  {
    rule: "rewrite",
    harm: "a default that is computed once a row writes 100,000 rows",
    sql: "ALTER TABLE ops.audit_log ADD COLUMN seen_at timestamptz DEFAULT clock_timestamp()",
  },
  {
    rule: "rewrite",
    harm: "a stored column is computed for 100,000 rows",
    sql: "ALTER TABLE tracking.mention ADD COLUMN twice integer GENERATED ALWAYS AS (naming_order * 2) STORED",
  },
  {
    rule: "rewrite",
    harm: "another type is another row",
    sql: "ALTER TABLE tracking.mention ALTER COLUMN naming_order TYPE bigint",
  },
  {
    rule: "rewrite",
    harm: "TRUNCATE leaves an empty file in the place of a full one",
    sql: "TRUNCATE ops.outbox",
  },
  {
    rule: "rewrite",
    harm: "VACUUM FULL outside of any transaction",
    sql: "-- no-transaction\nVACUUM FULL insight.streak",
  },
  {
    rule: "long-lock",
    harm: "a harmless column, and then slow work with its lock in hand",
    sql: "ALTER TABLE tracking.answer ADD COLUMN note text; SELECT pg_sleep(0.25)",
  },
  {
    rule: "waiver-unused",
    harm: "a rewrite that is explained and doesn't happen",
    sql: "-- lint-ignore rewrite: the table is small\nALTER TABLE tracking.run ADD COLUMN note text",
  },
];

const seenByPreviousApp: readonly Omit<BadMigration, "gate">[] = [
  {
    rule: "previous-app",
    harm: "the app of before inserts runs without the new column",
    sql: "ALTER TABLE tracking.run ADD COLUMN source text NOT NULL DEFAULT ''; ALTER TABLE tracking.run ALTER COLUMN source DROP DEFAULT",
  },
  {
    rule: "previous-app",
    harm: "the same for a table that is filled by INSERT … SELECT alone",
    sql: "ALTER TABLE tracking.raw_body ADD COLUMN source text NOT NULL DEFAULT ''; ALTER TABLE tracking.raw_body ALTER COLUMN source DROP DEFAULT",
  },
  {
    rule: "previous-app",
    harm: "it selects a column that is gone",
    sql: "ALTER TABLE tracking.brand DROP COLUMN archived_at",
  },
  {
    rule: "previous-app",
    harm: "it selects a column by its old name",
    sql: "ALTER TABLE tracking.ask RENAME COLUMN lease_until TO leased_until",
  },
  {
    rule: "previous-app",
    harm: "it reads a table by its old name",
    sql: "ALTER TABLE insight.streak RENAME TO run_of_hits",
  },
  {
    rule: "previous-app",
    harm: "it compares a column as the type that it was",
    sql: "ALTER TABLE tracking.prompt ALTER COLUMN hash TYPE bytea USING hash::bytea",
  },
  {
    rule: "previous-app",
    harm: "it writes with a grant that it no longer has",
    sql: "REVOKE UPDATE ON tenancy.project FROM citestreak_app",
  },
  {
    rule: "previous-app",
    harm: "its ON CONFLICT names a key that is no longer there",
    sql: "ALTER TABLE credits.reservation DROP CONSTRAINT reservation_run_key",
  },
  {
    rule: "previous-app",
    harm: "it inserts values that a new rule refuses",
    sql: "ALTER TABLE tracking.run ADD CONSTRAINT kind_known CHECK (kind IN ('asked', 'imported')) NOT VALID",
  },
];

export const badForRunningApp: readonly BadMigration[] = [
  ...seenByReading.map((migration) => ({ ...migration, gate: "reading" as const })),
  ...seenByTrace.map((migration) => ({ ...migration, gate: "trace" as const })),
  ...seenByPreviousApp.map((migration) => ({ ...migration, gate: "previous app" as const })),
];
