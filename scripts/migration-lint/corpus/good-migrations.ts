import { OWN_ORG } from "@/db/testing/catalog/correct-addition";
import type { GoodMigration } from "./migration-case";

const closed = (table: string) => `
ALTER TABLE ${table} ENABLE ROW LEVEL SECURITY;
ALTER TABLE ${table} FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON ${table} TO citestreak_app USING (${OWN_ORG}) WITH CHECK (${OWN_ORG});
CREATE POLICY tenant_fence ON ${table} AS RESTRICTIVE USING (${OWN_ORG}) WITH CHECK (${OWN_ORG});`;

/** Applied one after the other on a database with rows: a later one may need an earlier one. */
export const goodMigrations: readonly GoodMigration[] = [
  { name: "a column that may be null", sql: "ALTER TABLE tracking.run ADD COLUMN label text;" },
  {
    name: "a column with a constant default",
    sql: "ALTER TABLE tracking.run ADD COLUMN kept boolean DEFAULT false NOT NULL;",
  },
  {
    name: "a tenant's table with all that belongs to it",
    sql: `CREATE TABLE tracking.note (org_id uuid NOT NULL, id uuid NOT NULL, run_id uuid NOT NULL, text text NOT NULL,
  CONSTRAINT note_pkey PRIMARY KEY (org_id, id),
  CONSTRAINT note_run_fk FOREIGN KEY (org_id, run_id) REFERENCES tracking.run (org_id, id));
--> statement-breakpoint${closed("tracking.note")}
GRANT SELECT, INSERT, UPDATE (text), DELETE ON tracking.note TO citestreak_app;
CREATE INDEX note_run_idx ON tracking.note (org_id, run_id);`,
  },
  {
    name: "an append-only rule for the new table, before it has rows",
    sql: `CREATE TRIGGER append_only BEFORE TRUNCATE ON tracking.note
  FOR EACH STATEMENT EXECUTE FUNCTION ops.refuse_change();`,
  },
  {
    name: "a check that looks at no old row",
    sql: "ALTER TABLE tracking.run ADD CONSTRAINT run_repeats_positive CHECK (repeats > 0) NOT VALID;",
  },
  {
    name: "the look at old rows, in a file of its own",
    sql: `-- no-transaction
-- Validating twice does no harm.
-- squawk-ignore prefer-robust-stmts
ALTER TABLE tracking.run VALIDATE CONSTRAINT run_repeats_positive;`,
  },
  {
    name: "an index built beside the running app",
    sql: `-- no-transaction
CREATE INDEX CONCURRENTLY IF NOT EXISTS run_state_idx ON tracking.run (org_id, state);
--> statement-breakpoint
ANALYZE tracking.run;`,
  },
  {
    name: "an index taken away beside the running app",
    sql: "-- no-transaction\nDROP INDEX CONCURRENTLY IF EXISTS tracking.run_state_idx;",
  },
  {
    name: "a key to another table, which looks at no old row",
    sql: `ALTER TABLE insight.metric_value ADD COLUMN run_id uuid;
ALTER TABLE insight.metric_value ADD CONSTRAINT metric_value_run_fk
  FOREIGN KEY (org_id, run_id) REFERENCES tracking.run (org_id, id) NOT VALID;`,
  },
  {
    name: "the key's look at old rows",
    sql: `-- no-transaction
-- Validating twice does no harm.
-- squawk-ignore prefer-robust-stmts
ALTER TABLE insight.metric_value VALIDATE CONSTRAINT metric_value_run_fk;`,
  },
  {
    name: "a view that reads with its reader's eyes",
    sql: `CREATE VIEW tracking.open_ask WITH (security_invoker) AS SELECT * FROM tracking.ask WHERE state = 'planned';
GRANT SELECT ON tracking.open_ask TO citestreak_app;`,
  },
  {
    name: "a trigger's function",
    sql: `CREATE FUNCTION ops.note_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
  UPDATE tracking.note SET text = new.text WHERE org_id = new.org_id AND id = new.id;
  RETURN new;
END $$;`,
  },
  {
    name: "reference data",
    sql: `INSERT INTO catalog.plan (id, label, monthly_credits, priority_seconds)
VALUES ('trial', 'Trial', 100, 0) ON CONFLICT (id) DO NOTHING;`,
  },
  {
    name: "a backfill of a table outside of row-level security",
    sql: "UPDATE ops.outbox SET sent_at = created_at WHERE sent_at IS NULL AND created_at < '2020-02-01';",
  },
  {
    name: "a default for rows to come",
    sql: "ALTER TABLE tracking.run ALTER COLUMN label SET DEFAULT 'unnamed';",
  },
  {
    name: "a small table written anew, with the reason",
    sql: `-- New rows name theirs; the table stays small.
-- squawk-ignore adding-field-with-default
ALTER TABLE tenancy.workspace ADD COLUMN key text NOT NULL DEFAULT gen_random_uuid()::text;`,
  },
  {
    name: "a partitioned table and its first part",
    sql: `CREATE TABLE tracking.event (org_id uuid NOT NULL, id bigint GENERATED ALWAYS AS IDENTITY, at date NOT NULL,
  PRIMARY KEY (org_id, id, at)) PARTITION BY RANGE (at);${closed("tracking.event")}
GRANT SELECT, INSERT ON tracking.event TO citestreak_app;
CREATE TABLE tracking.event_2030 PARTITION OF tracking.event FOR VALUES FROM ('2030-01-01') TO ('2031-01-01');`,
  },
  {
    name: "a block that decides, with its statements written out",
    sql: `-- never DISABLE ROW LEVEL SECURITY here
SET LOCAL statement_timeout = '5min';
DO $$ BEGIN
  IF (SELECT count(*) FROM catalog.plan) < 2 THEN RAISE EXCEPTION 'no plans: this is not our database'; END IF;
END $$;
COMMENT ON TABLE tracking.note IS 'A person''s words about a run.';`,
  },
];
