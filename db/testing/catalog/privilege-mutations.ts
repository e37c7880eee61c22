import { correctAddition } from "./correct-addition";
import type { Mutation } from "./mutation";

const definer = (options: string) =>
  `create function tenancy.find_org() returns uuid language sql stable security definer ${options}
     as 'select org_id from tenancy.org limit 1';
   alter function tenancy.find_org() owner to citestreak_owner;`;

/** Changes of grants, triggers, roles, owners and functions. */
export const privilegeMutations: readonly Mutation[] = [
  {
    name: "TRUNCATE granted",
    sql: "grant truncate on tracking.brand to citestreak_app",
    caughtBy: "app-reads-and-writes-only",
  },
  {
    name: "everything granted",
    sql: "grant all on insight.streak to citestreak_app",
    caughtBy: "app-reads-and-writes-only",
  },
  {
    name: "a grant that may be passed on",
    sql: "grant select on tracking.run to citestreak_app with grant option",
    caughtBy: "app-reads-and-writes-only",
  },
  {
    name: "a foreign key right on one column",
    sql: "grant references (org_id) on tenancy.org to citestreak_app",
    caughtBy: "app-reads-and-writes-only",
  },
  {
    name: "a sequence granted",
    sql: "grant usage on sequence credits.entry_id_seq to citestreak_app",
    caughtBy: "sequence-not-granted",
  },
  {
    name: "a table granted to PUBLIC",
    sql: "grant select on tracking.answer to public",
    caughtBy: "nothing-to-public",
  },
  {
    name: "a column granted to PUBLIC",
    sql: 'grant select (email) on identity."user" to public',
    caughtBy: "nothing-to-public",
  },
  {
    name: "a schema granted to PUBLIC",
    sql: "grant usage on schema billing to public",
    caughtBy: "nothing-to-public",
  },
  {
    name: "a function left to PUBLIC",
    sql: "create function ops.tick() returns integer language sql as 'select 1'; alter function ops.tick() owner to citestreak_owner",
    caughtBy: "function-not-public",
  },
  {
    name: "a table granted to another role",
    sql: "grant select on tracking.answer to pg_monitor",
    caughtBy: "granted-to-app-alone",
  },
  {
    name: "reference data made writable",
    sql: "grant update (credits) on catalog.price to citestreak_app",
    caughtBy: "exempt-table-as-listed",
  },
  {
    name: "the migration record made writable",
    sql: "grant update on public.schema_migration to citestreak_app",
    caughtBy: "exempt-table-as-listed",
  },
  {
    name: "UPDATE granted on the ledger",
    sql: "grant update on credits.entry to citestreak_app",
    caughtBy: "append-only-not-granted",
  },
  {
    name: "UPDATE granted on one column of the ledger",
    sql: "grant update (amount) on credits.entry to citestreak_app",
    caughtBy: "append-only-not-granted",
  },
  {
    name: "DELETE granted on what was imported",
    sql: "grant delete on tracking.imported_line to citestreak_app",
    caughtBy: "append-only-not-granted",
  },
  {
    name: "UPDATE granted on raw bodies",
    sql: "grant update on tracking.raw_body to citestreak_app",
    caughtBy: "aged-not-changed",
  },
  {
    name: "the age of raw bodies looked at no more",
    sql: "alter table tracking.raw_body disable trigger refuse_young_body",
    caughtBy: "aged-trigger",
  },
  {
    name: "the age looked at for some raw bodies alone",
    sql: `drop trigger refuse_young_body on tracking.raw_body;
      create trigger refuse_young_body before delete on tracking.raw_body
        for each row when (old.latency_ms > 0) execute function tracking.refuse_young_body()`,
    caughtBy: "aged-trigger",
  },
  {
    name: "DELETE granted on answers",
    sql: "grant delete on tracking.answer to citestreak_app",
    caughtBy: "reread-columns-alone",
  },
  {
    name: "UPDATE granted on what an answer was charged",
    sql: "grant update (charged) on tracking.answer to citestreak_app",
    caughtBy: "reread-columns-alone",
  },
  {
    name: "UPDATE granted on whole answers",
    sql: "grant update on tracking.answer to citestreak_app",
    caughtBy: "reread-columns-alone",
  },
  {
    name: "the append-only trigger dropped",
    sql: "drop trigger append_only on credits.settlement",
    caughtBy: "append-only-trigger",
  },
  {
    name: "the append-only trigger disabled",
    sql: "alter table credits.entry disable trigger append_only",
    caughtBy: "append-only-trigger",
  },
  {
    name: "the append-only trigger without TRUNCATE",
    sql: `drop trigger append_only on ops.audit_log;
      create trigger append_only before update or delete on ops.audit_log for each statement execute function ops.refuse_change()`,
    caughtBy: "append-only-trigger",
  },
  {
    name: "default privileges for the app role",
    sql: "alter default privileges for role citestreak_owner in schema tracking grant select on tables to citestreak_app",
    caughtBy: "default-privileges-closed",
  },
  {
    name: "functions left to PUBLIC by default",
    sql: "alter default privileges for role citestreak_owner grant execute on functions to public",
    caughtBy: "default-privileges-closed",
  },
  {
    name: "a column granted to the queue",
    sql: "grant select (state) on tracking.ask to citestreak_queue",
    caughtBy: "queue-sees-nothing",
  },
  {
    name: "the queue made a member of the app role",
    sql: "grant citestreak_app to citestreak_queue",
    caughtBy: "queue-sees-nothing",
  },
  {
    name: "the app role made a superuser",
    sql: "alter role citestreak_app superuser",
    caughtBy: "role-plain",
  },
  {
    name: "the app role with BYPASSRLS",
    sql: "alter role citestreak_app bypassrls",
    caughtBy: "role-plain",
  },
  {
    name: "the app role with CREATEROLE",
    sql: "alter role citestreak_app createrole",
    caughtBy: "role-plain",
  },
  {
    name: "the app role made a member of the owner",
    sql: "grant citestreak_owner to citestreak_app",
    caughtBy: "app-role-member-of-nothing",
  },
  {
    name: "the app role reading all data",
    sql: "grant pg_read_all_data to citestreak_app",
    caughtBy: "app-role-member-of-nothing",
  },
  {
    name: "the app role made owner of a table",
    sql: "alter table tenancy.workspace owner to citestreak_app",
    caughtBy: "app-owns-nothing",
  },
  {
    name: "the app role made owner of a function",
    sql: "alter function ops.refuse_change() owner to citestreak_app",
    caughtBy: "app-owns-nothing",
  },
  {
    name: "the app role creating in a schema",
    sql: "grant create on schema ops to citestreak_app",
    caughtBy: "app-creates-nothing",
  },
  {
    name: "everybody creating in public",
    sql: "grant create on schema public to public",
    caughtBy: "app-creates-nothing",
  },
  {
    name: "a view that a superuser owns",
    sql: `${correctAddition} alter view tracking.open_ask owner to postgres`,
    caughtBy: "owner-owns-product",
  },
  {
    name: "a definer function that nobody listed",
    sql: definer("set search_path = pg_catalog, pg_temp"),
    caughtBy: "definer-listed",
  },
  {
    name: "a definer function without search_path",
    sql: definer(""),
    caughtBy: "definer-search-path",
  },
  {
    name: "a definer function with a search path that pg_temp leads",
    sql: definer("set search_path = pg_catalog, tenancy"),
    caughtBy: "definer-search-path",
  },
];
