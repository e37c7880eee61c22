import { OWN_ORG } from "@/db/testing/catalog/correct-addition";
import type { BadMigration } from "./migration-case";

const noteTable = `CREATE TABLE tracking.note (org_id uuid NOT NULL, id uuid NOT NULL, text text, PRIMARY KEY (org_id, id));
  CREATE POLICY tenant ON tracking.note TO citestreak_app USING (${OWN_ORG});
  CREATE POLICY tenant_fence ON tracking.note AS RESTRICTIVE USING (${OWN_ORG});
  GRANT SELECT, INSERT ON tracking.note TO citestreak_app;`;

const seenByReading: readonly Omit<BadMigration, "gate">[] = [
  {
    rule: "rls-off",
    harm: "policies stay and do nothing",
    sql: "alter table tracking.run\n  disable /* for now */ row level\n security",
  },
  {
    rule: "rls-off",
    harm: "hidden behind a comment in a string",
    sql: "select '--'; ALTER TABLE tracking.run DISABLE ROW LEVEL SECURITY",
  },
  {
    rule: "rls-not-forced",
    harm: "the owner's functions see every org",
    sql: 'ALTER TABLE "tracking"."run" NO FORCE ROW LEVEL SECURITY',
  },
  {
    rule: "table-not-closed",
    harm: "a new table without FORCE",
    sql: `${noteTable} ALTER TABLE tracking.note ENABLE ROW LEVEL SECURITY;`,
  },
  {
    rule: "table-not-closed",
    harm: "a new table whose policies come in the next file",
    sql: "CREATE TABLE insight.note (org_id uuid, id uuid, PRIMARY KEY (org_id, id)); ALTER TABLE insight.note ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;",
  },
  {
    rule: "policy-changed",
    harm: "a fence taken down",
    sql: "DROP POLICY tenant_fence ON tracking.run",
  },
  {
    rule: "policy-changed",
    harm: "a policy for one role opened to all",
    sql: "ALTER POLICY tenant ON tracking.run TO PUBLIC USING (true)",
  },
  {
    rule: "policy-not-own-org",
    harm: "support reads every org",
    sql: "CREATE POLICY support ON tracking.run FOR SELECT TO citestreak_app USING (true)",
  },
  {
    rule: "policy-not-own-org",
    harm: "a null setting would throw instead of showing nothing, once a row",
    sql: "CREATE POLICY tenant ON tracking.run USING (org_id = current_setting('app.org_id')::uuid)",
  },
  {
    rule: "view-sees-all",
    harm: "the view reads with the owner's eyes",
    sql: "CREATE VIEW tracking.open_ask AS SELECT * FROM tracking.ask WHERE state = 'planned'",
  },
  {
    rule: "view-sees-all",
    harm: "a copy of all orgs' rows without a policy",
    sql: "CREATE MATERIALIZED VIEW insight.totals AS SELECT org_id, count(*) FROM tracking.answer GROUP BY 1",
  },
  {
    rule: "definer-unlisted",
    harm: "a function that anybody may call with the owner's rights",
    sql: "CREATE FUNCTION ops.all_runs() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'select count(*) from tracking.run'",
  },
  {
    rule: "grant-to-public",
    harm: "the next role reads it too",
    sql: "grant usage on schema ops to citestreak_app, public",
  },
  {
    rule: "grant-to-public",
    harm: "every table to come is open",
    sql: "ALTER DEFAULT PRIVILEGES GRANT SELECT ON TABLES TO PUBLIC",
  },
  {
    rule: "grant-beyond-rows",
    harm: "TRUNCATE asks no policy",
    sql: "GRANT TRUNCATE ON tracking.run TO citestreak_app",
  },
  {
    rule: "grant-beyond-rows",
    harm: "ALL holds TRUNCATE",
    sql: "GRANT ALL PRIVILEGES ON tenancy.org TO citestreak_app",
  },
  {
    rule: "grant-in-bulk",
    harm: "the ledger becomes writable with the rest",
    sql: "GRANT UPDATE ON ALL TABLES IN SCHEMA credits TO citestreak_app",
  },
  {
    rule: "grant-on-record",
    harm: "the app may change what an answer was charged",
    sql: "GRANT SELECT, UPDATE (text, charged) ON tracking.answer TO citestreak_app",
  },
  {
    rule: "grant-on-record",
    harm: "the app may change all of an answer",
    sql: "GRANT UPDATE ON tracking.answer TO citestreak_app",
  },
  {
    rule: "grant-on-record",
    harm: "the app may lose an answer",
    sql: "GRANT DELETE ON tracking.answer TO citestreak_app",
  },
  {
    rule: "role-unbound",
    harm: "no policy binds the app",
    sql: "ALTER ROLE citestreak_app BYPASSRLS",
  },
  {
    rule: "role-unbound",
    harm: "a login that stands above all",
    sql: "create role helper login superuser",
  },
  {
    rule: "role-unbound",
    harm: "every connection starts inside one org",
    sql: "ALTER ROLE citestreak_app SET app.org_id = '00000000-0000-4000-8000-000000000001'",
  },
  {
    rule: "role-made-member",
    harm: "the app may do what the owner may",
    sql: "GRANT citestreak_owner TO citestreak_app",
  },
  {
    rule: "app-role-owns",
    harm: "the app turns its own policies off",
    sql: 'ALTER TABLE tracking.run OWNER TO "citestreak_app"',
  },
  {
    rule: "trigger-off",
    harm: "the ledger can be changed",
    sql: "ALTER TABLE credits.entry DISABLE TRIGGER append_only",
  },
  {
    rule: "trigger-off",
    harm: "the same without naming a trigger",
    sql: "DO $$ BEGIN PERFORM set_config('session_replication_role', 'replica', true); END $$",
  },
];

/** What can't be told from the text alone: the database has to be looked at afterwards. */
const seenInCatalog: readonly Omit<BadMigration, "gate">[] = [
  {
    rule: "foreign-key-carries-org",
    harm: "a run could point to another org's project",
    sql: "CREATE UNIQUE INDEX project_id ON tenancy.project (id); ALTER TABLE tracking.run ADD FOREIGN KEY (project_id) REFERENCES tenancy.project (id) NOT VALID",
  },
  {
    rule: "unique-leads-with-org",
    harm: "whether another org has that name can be found out",
    sql: "CREATE UNIQUE INDEX panel_name ON tracking.panel (name, org_id, id)",
  },
  {
    rule: "table-classified",
    harm: "a table outside of the eight namespaces, which no rule looks at",
    sql: "CREATE TABLE public.note (id uuid PRIMARY KEY)",
  },
  {
    rule: "function-not-public",
    harm: "a function that every role may call",
    sql: "CREATE FUNCTION ops.f() RETURNS integer LANGUAGE sql RETURN 1; ALTER DEFAULT PRIVILEGES GRANT EXECUTE ON FUNCTIONS TO PUBLIC; CREATE FUNCTION ops.g() RETURNS integer LANGUAGE sql RETURN 1",
  },
];

export const badForIsolation: readonly BadMigration[] = [
  ...seenByReading.map((migration) => ({ ...migration, gate: "reading" as const })),
  ...seenInCatalog.map((migration) => ({ ...migration, gate: "catalog" as const })),
];
