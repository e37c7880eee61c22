import {
  agedTables,
  appendOnlyTables,
  exemptTables,
  insertOnlyTables,
  rereadTables,
  roles,
  sqlArray,
} from "./classification";
import { relations } from "./relations";
import { type CatalogRule, sqlRule } from "./rule";

const app = `to_regrole('${roles.app}')`;
const queue = `to_regrole('${roles.queue}')`;
const owner = `to_regrole('${roles.owner}')`;

/**
 * Adds `granted` (object, relation, kind, grantee, privilege, grantable): every privilege on the product's schemas,
 * tables, columns, sequences and functions, as granted or by default. Grantee 0 is PUBLIC.
 */
const grants = `${relations}, granted as (
    select 'schema ' || p.name as object, 0::oid as relation, 'schema' as kind, g.grantee, g.privilege_type as privilege,
      g.is_grantable as grantable
    from product p join pg_namespace n on n.oid = p.oid, aclexplode(coalesce(n.nspacl, acldefault('n', n.nspowner))) g
    union all
    select r.name, r.oid, r.kind::text, g.grantee, g.privilege_type, g.is_grantable
    from relation r,
      aclexplode(coalesce(r.acl, acldefault(case r.kind when 'S' then 's' else 'r' end::"char", r.owner))) g
    where r.in_product
    union all
    select r.name || '.' || a.attname, r.oid, r.kind::text, g.grantee, g.privilege_type, g.is_grantable
    from relation r join pg_attribute a on a.attrelid = r.oid, aclexplode(a.attacl) g
    where r.in_product
    union all
    select f.oid::regprocedure::text, 0, 'function', g.grantee, g.privilege_type, g.is_grantable
    from pg_proc f join product p on p.oid = f.pronamespace, aclexplode(coalesce(f.proacl, acldefault('f', f.proowner))) g
  )`;

const exempt = Object.entries(exemptTables)
  .map(([name, table]) => `('${name}', ${sqlArray(table.app)})`)
  .join(", ");

const reread = Object.entries(rereadTables)
  .map(([name, columns]) => `('${name}', ${sqlArray(columns.map((column) => `${name}.${column}`))})`)
  .join(", ");

const aged = Object.entries(agedTables)
  .map(([name, trigger]) => `('${name}', '${trigger}')`)
  .join(", ");

export const grantRules: readonly CatalogRule[] = [
  sqlRule(
    "app-reads-and-writes-only",
    "TRUNCATE ignores policies, REFERENCES and TRIGGER reach rows of others, and nothing is the app role's to pass on",
    `${grants} select object || ' ' || privilege as offender from granted
     where grantee = ${app} and (grantable
       or kind in ('r', 'p', 'v', 'm', 'f') and privilege not in ('SELECT', 'INSERT', 'UPDATE', 'DELETE')
       or kind = 'schema' and privilege <> 'USAGE')`,
  ),
  sqlRule(
    "sequence-not-granted",
    "identity columns need no grant; nextval and setval on their sequence are another org's business",
    `${grants} select object || ' ' || privilege as offender from granted where kind = 'S' and grantee <> ${owner}`,
  ),
  sqlRule(
    "nothing-to-public",
    "PUBLIC is every role there will ever be, the queue's included",
    `${grants} select object || ' ' || privilege as offender from granted where grantee = 0 and privilege <> 'EXECUTE'`,
  ),
  sqlRule(
    "function-not-public",
    "Postgres lets everybody call a new function unless told otherwise",
    `${grants} select object || ' ' || privilege as offender from granted where grantee = 0 and privilege = 'EXECUTE'`,
  ),
  sqlRule(
    "granted-to-app-alone",
    "a role that isn't the app's is bound by no boot check",
    `${grants} select object || ' ' || privilege || ' to ' || grantee::regrole::text as offender from granted
     where grantee not in (0, ${app}, ${owner})`,
  ),
  sqlRule(
    "exempt-table-as-listed",
    "a table without policies is guarded by its grants alone: they stand in the list, word for word",
    `${grants} select e.name || ' ' || coalesce(held::text, 'nothing') as offender
     from (values ${exempt}) e(name, listed) left join lateral (
       select array_agg(distinct privilege order by privilege) as held
       from granted join relation r on r.oid = granted.relation where grantee = ${app} and r.name = e.name) h on true
     where coalesce(held, '{}') <> listed`,
  ),
  sqlRule(
    "append-only-not-granted",
    "history that can be rewritten proves nothing",
    `${grants} select object || ' ' || privilege as offender from granted join relation r on r.oid = granted.relation
     where grantee <> ${owner} and privilege in ('UPDATE', 'DELETE', 'TRUNCATE')
       and r.name = any(${sqlArray([...appendOnlyTables, ...insertOnlyTables])})`,
  ),
  sqlRule(
    "reread-columns-alone",
    "another reading replaces what was read out of a body, never what was asked, bought and paid, and deletes no answer",
    `${grants} select object || ' ' || privilege as offender
     from granted join relation r on r.oid = granted.relation join (values ${reread}) l(name, columns) on l.name = r.name
     where grantee <> ${owner} and (privilege in ('DELETE', 'TRUNCATE')
       or privilege = 'UPDATE' and object <> all(l.columns))`,
  ),
  sqlRule(
    "aged-not-changed",
    "what an engine sent is evidence: it goes with age or stays as it is",
    `${grants} select object || ' ' || privilege as offender from granted join relation r on r.oid = granted.relation
     join (values ${aged}) a(name, guard) on a.name = r.name
     where grantee <> ${owner} and privilege in ('UPDATE', 'TRUNCATE')`,
  ),
  sqlRule(
    "aged-trigger",
    "a grant knows no age: a row trigger refuses to delete what the org still keeps",
    `select a.name as offender from (values ${aged}) a(name, guard) where not exists (
       select from pg_trigger g where g.tgrelid = to_regclass(a.name) and g.tgfoid = to_regproc(a.guard)
         and g.tgenabled in ('O', 'A') and g.tgqual is null and g.tgtype = 1 + 2 + 8)`,
  ),
  sqlRule(
    "append-only-trigger",
    "grants don't bind the owner: a statement trigger refuses UPDATE, DELETE and TRUNCATE to everybody",
    `select t as offender from unnest(${sqlArray(appendOnlyTables)}) t where not exists (
       select from pg_trigger g where g.tgrelid = to_regclass(t) and g.tgfoid = to_regproc('ops.refuse_change')
         and g.tgenabled in ('O', 'A') and g.tgqual is null and cardinality(g.tgattr::int2[]) = 0
         and g.tgtype = 2 + 8 + 16 + 32)`,
  ),
  sqlRule(
    "default-privileges-closed",
    "a default privilege opens tables that nobody has written yet; the one we have closes functions to PUBLIC",
    `select coalesce(n.nspname, 'every schema') || ' ' || d.defaclobjtype::text || ' ' || g.privilege_type as offender
     from pg_default_acl d left join pg_namespace n on n.oid = d.defaclnamespace, aclexplode(d.defaclacl) g
     where g.grantee <> d.defaclrole
     union all
     select 'functions of the owner are PUBLIC''s by default' where not exists (
       select from pg_default_acl where defaclrole = ${owner} and defaclobjtype = 'f' and defaclnamespace = 0)`,
  ),
  sqlRule(
    "queue-sees-nothing",
    "the queue's library runs with its own role: a hole in it must not reach a product table",
    `${relations} select name as offender from product where has_schema_privilege(${queue}, oid, 'USAGE, CREATE')
     union all
     select name from relation where in_product and kind <> 'S'
       and (has_table_privilege(${queue}, oid, 'SELECT, INSERT, UPDATE, DELETE, TRUNCATE, REFERENCES, TRIGGER, MAINTAIN')
         or has_any_column_privilege(${queue}, oid, 'SELECT, INSERT, UPDATE, REFERENCES'))`,
  ),
];
