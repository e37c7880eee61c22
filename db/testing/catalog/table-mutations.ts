import { correctAddition, OWN_ORG } from "./correct-addition";
import type { Mutation } from "./mutation";

const newTable = (rest: string) => `${correctAddition} ${rest}`;

/** Changes of tables, views, policies and keys. */
export const tableMutations: readonly Mutation[] = [
  { name: "a table in public", sql: "create table public.note (org_id uuid)", caughtBy: "table-classified" },
  {
    name: "a table in a schema of its own",
    sql: "create schema extra; create table extra.note (id uuid)",
    caughtBy: "table-classified",
  },
  {
    name: "an exempt table renamed",
    sql: "alter table ops.outbox rename to outgoing",
    caughtBy: "exempt-table-exists",
  },
  {
    name: "a new table that nobody classified",
    sql: "create table tracking.note (id uuid primary key, text text)",
    caughtBy: "org-id-not-null",
  },
  {
    name: "org_id made nullable",
    sql: newTable(
      "alter table tracking.note drop constraint note_pkey; alter table tracking.note alter org_id drop not null",
    ),
    caughtBy: "org-id-not-null",
  },
  {
    name: "org_id as text",
    sql: "create table tracking.note (org_id text not null primary key)",
    caughtBy: "org-id-not-null",
  },
  {
    name: "org_id last in the only index",
    sql: "alter table ops.audit_log drop constraint audit_log_org_id_id_pk, add primary key (id, org_id)",
    caughtBy: "org-id-indexed-first",
  },
  {
    name: "org_id first in a partial index alone",
    sql: "alter table ops.audit_log drop constraint audit_log_org_id_id_pk; create index on ops.audit_log (org_id) where id > 9",
    caughtBy: "org-id-indexed-first",
  },
  {
    name: "row-level security off",
    sql: "alter table tracking.run disable row level security",
    caughtBy: "rls-enabled",
  },
  {
    name: "row-level security not forced",
    sql: "alter table credits.lot no force row level security",
    caughtBy: "rls-forced",
  },
  {
    name: "a materialised view",
    sql: "create materialized view insight.totals as select org_id, count(*) from tracking.answer group by 1",
    caughtBy: "no-materialised-view",
  },
  {
    name: "a rewrite rule",
    sql: "create rule tee as on insert to tracking.brand do also insert into ops.open_run values (new.org_id, new.id, now())",
    caughtBy: "no-rewrite-rule",
  },
  {
    name: "a grant on a partition",
    sql: newTable("grant select on tracking.event_2030 to citestreak_app"),
    caughtBy: "partition-not-reached",
  },
  {
    name: "a view with its owner's rights",
    sql: "create view tracking.every_ask as select * from tracking.ask",
    caughtBy: "view-security-invoker",
  },
  {
    name: "a view with security_invoker switched off",
    sql: newTable("alter view tracking.open_ask set (security_invoker = off)"),
    caughtBy: "view-security-invoker",
  },
  {
    name: "no permissive policy",
    sql: "drop policy tenant on tracking.panel",
    caughtBy: "policy-permissive",
  },
  {
    name: "a permissive policy for the queue",
    sql: `create policy jobs on tracking.run to citestreak_queue using (${OWN_ORG})`,
    caughtBy: "policy-permissive",
  },
  {
    name: "the fence dropped",
    sql: "drop policy tenant_fence on tracking.answer",
    caughtBy: "policy-one-fence",
  },
  {
    name: "a second permissive policy in the fence's place",
    sql: `drop policy tenant_fence on tracking.brand; create policy more on tracking.brand to citestreak_app using (${OWN_ORG})`,
    caughtBy: "policy-one-fence",
  },
  {
    name: "a fence for reads alone",
    sql: `drop policy tenant_fence on tracking.ask; create policy tenant_fence on tracking.ask as restrictive for select using (${OWN_ORG})`,
    caughtBy: "policy-one-fence",
  },
  {
    name: "a fence for the app role alone",
    sql: "alter policy tenant_fence on tracking.ask to citestreak_app",
    caughtBy: "policy-one-fence",
  },
  {
    name: "a policy that is true",
    sql: "alter policy tenant on tenancy.project using (true)",
    caughtBy: "policy-compares-org-only",
  },
  {
    name: "a check that is true",
    sql: "alter policy tenant_fence on tenancy.project with check (true)",
    caughtBy: "policy-compares-org-only",
  },
  {
    name: "a policy with a way around",
    sql: `alter policy tenant on tracking.brand using (${OWN_ORG} or name = 'shared')`,
    caughtBy: "policy-compares-org-only",
  },
  {
    name: "a policy on another column",
    sql: `alter policy tenant on tracking.brand using (${OWN_ORG.replace("org_id", "project_id")})`,
    caughtBy: "policy-compares-org-only",
  },
  {
    name: "the setting read without nullif",
    sql: "alter policy tenant on tracking.mention using (org_id = (select current_setting('app.org_id', true))::uuid)",
    caughtBy: "policy-setting-read-once",
  },
  {
    name: "the setting read for every row",
    sql: "alter policy tenant on tracking.mention using (org_id = nullif(current_setting('app.org_id', true), '')::uuid)",
    caughtBy: "policy-setting-read-once",
  },
  {
    name: "a policy on a volatile function",
    sql: `create function ops.own_org() returns uuid language sql volatile as 'select nullif(current_setting(''app.org_id'', true), '''')::uuid';
      alter policy tenant on tracking.citation using (org_id = ops.own_org())`,
    caughtBy: "policy-not-volatile",
  },
  {
    name: "a policy on a built-in volatile function",
    sql: `alter policy tenant on tracking.citation using (${OWN_ORG} and random() < 2)`,
    caughtBy: "policy-not-volatile",
  },
  {
    name: "a foreign key without org_id",
    sql: "create unique index on tracking.run (id); alter table ops.audit_log add run_id uuid references tracking.run (id)",
    caughtBy: "foreign-key-carries-org",
  },
  {
    name: "a foreign key whose org_id points elsewhere",
    sql: "alter table ops.audit_log add other_org uuid, add run_id uuid, add foreign key (other_org, run_id) references tracking.run (org_id, id)",
    caughtBy: "foreign-key-carries-org",
  },
  {
    name: "a foreign key from an exempt table without org_id",
    sql: 'create unique index on tracking.run (id); alter table identity."user" add run_id uuid references tracking.run (id)',
    caughtBy: "foreign-key-carries-org",
  },
  {
    name: "a foreign key that isn't enforced",
    sql: "alter table ops.audit_log add foreign key (org_id) references tenancy.org (org_id) not enforced",
    caughtBy: "foreign-key-enforced",
  },
  {
    name: "a unique constraint over orgs",
    sql: "alter table tenancy.workspace add unique (name)",
    caughtBy: "unique-leads-with-org",
  },
  {
    name: "a unique index on an expression",
    sql: "create unique index on tenancy.workspace (lower(name), org_id)",
    caughtBy: "unique-leads-with-org",
  },
];
