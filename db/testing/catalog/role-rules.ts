import { definerFunctions, roles, sqlArray } from "./classification";
import { relations } from "./relations";
import { type CatalogRule, sqlRule } from "./rule";

const ours = sqlArray(Object.values(roles));

const userFunctions = `
  select f.*, n.nspname || '.' || f.proname as name from pg_proc f join pg_namespace n on n.oid = f.pronamespace
  where n.nspname <> 'information_schema' and n.nspname !~ '^pg_'`;

export const roleRules: readonly CatalogRule[] = [
  sqlRule(
    "role-plain",
    "a superuser and a role with BYPASSRLS see all orgs; CREATEROLE makes itself one that does",
    `select rolname as offender from pg_roles where rolname = any(${ours})
       and (rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolreplication)
     union all
     select r from unnest(${ours}) r where to_regrole(r) is null`,
  ),
  sqlRule(
    "app-role-member-of-nothing",
    "a member can become what it is a member of, and the app's role and the owner's are nobody's to become",
    `select member::regrole || ' in ' || roleid::regrole as offender from pg_auth_members
     where member = to_regrole('${roles.app}')
       or roleid in (to_regrole('${roles.app}'), to_regrole('${roles.owner}'))`,
  ),
  sqlRule(
    "app-owns-nothing",
    "an owner turns row-level security off",
    `select pg_describe_object(classid, objid, objsubid) as offender from pg_shdepend
     where refclassid = 'pg_authid'::regclass and refobjid = to_regrole('${roles.app}') and deptype = 'o'
       and dbid in (0, (select oid from pg_database where datname = current_database()))`,
  ),
  sqlRule(
    "app-creates-nothing",
    "what a role creates it owns: a function or a table of its own may stand before ours in a search path",
    `select nspname as offender from pg_namespace where nspname !~ '^pg_'
       and has_schema_privilege(to_regrole('${roles.app}'), oid, 'CREATE')
     union all
     select current_database() where has_database_privilege(to_regrole('${roles.app}'), current_database(), 'CREATE')`,
  ),
  sqlRule(
    "owner-owns-product",
    "an object of a superuser runs and reads as one",
    `${relations} select name as offender from relation where in_product and owner <> to_regrole('${roles.owner}')
     union all
     select p.name from product p join pg_namespace n using (oid) where n.nspowner <> to_regrole('${roles.owner}')
     union all
     select f.oid::regprocedure::text from pg_proc f join product p on p.oid = f.pronamespace
       where f.proowner <> to_regrole('${roles.owner}')`,
  ),
  sqlRule(
    "definer-listed",
    "a SECURITY DEFINER function is a door through row-level security: each stands in the list with its reason",
    `select name as offender from (${userFunctions}) f where prosecdef
       and name <> all(${sqlArray(Object.keys(definerFunctions))})`,
  ),
  sqlRule(
    "definer-search-path",
    "without a pinned search path that ends with pg_temp the caller decides which tables a definer function reads",
    `select name as offender from (${userFunctions}) f where prosecdef and not exists (
       select from unnest(proconfig) c where c = 'search_path=""' or c ~ '^search_path=pg_catalog(,.*)?, ?pg_temp$')`,
  ),
];
