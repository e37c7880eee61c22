import { exemptTables, sqlArray } from "./classification";
import { relations } from "./relations";
import { type CatalogRule, sqlRule } from "./rule";

export const tableRules: readonly CatalogRule[] = [
  sqlRule(
    "table-classified",
    "a table outside the eight namespaces is seen by no other rule",
    `${relations} select name as offender from relation where kind in ('r', 'p', 'f') and not in_product`,
  ),
  sqlRule(
    "exempt-table-exists",
    "an exemption without a table would wave through the next table of that name",
    `${relations} select e as offender from unnest(${sqlArray(Object.keys(exemptTables))}) e
     where e not in (select name from relation where kind = 'r')`,
  ),
  sqlRule(
    "org-id-not-null",
    "a row without org_id belongs to nobody: no policy shows it and no fence holds it",
    `${relations} select name as offender from tenant where org is null or not org_fits`,
  ),
  sqlRule(
    "org-id-indexed-first",
    "every query of a tenant table carries org_id = …: without an index that leads with it, each is a scan of all orgs",
    `${relations} select name as offender from tenant where not exists (
       select from pg_index i where i.indrelid = tenant.oid and i.indisvalid and i.indpred is null
         and i.indkey[0] = tenant.org)`,
  ),
  sqlRule(
    "rls-enabled",
    "policies of a table without row-level security are decoration",
    `${relations} select name as offender from tenant join pg_class c using (oid) where not c.relrowsecurity`,
  ),
  sqlRule(
    "rls-forced",
    "without FORCE the owner, and every definer function of the owner, sees all orgs",
    `${relations} select name as offender from tenant join pg_class c using (oid) where not c.relforcerowsecurity`,
  ),
  sqlRule(
    "no-materialised-view",
    "a materialised view holds rows of all orgs and can have no policy",
    `${relations} select name as offender from relation where kind = 'm'`,
  ),
  sqlRule(
    "no-rewrite-rule",
    "a rewrite rule turns a statement on one table into one on another, with its owner's rights",
    `${relations} select name || ' ' || w.rulename as offender from relation join pg_rewrite w on w.ev_class = relation.oid
     where w.rulename <> '_RETURN'`,
  ),
  sqlRule(
    "partition-not-reached",
    "a partition reached directly is under its own policies, not its parent's: it gets no grant at all",
    `${relations} select name as offender from relation where is_partition and in_product and exists (
       select from aclexplode(acl) g where g.grantee <> relation.owner
       union all
       select from pg_attribute a, aclexplode(a.attacl) g where a.attrelid = relation.oid)`,
  ),
  sqlRule(
    "view-security-invoker",
    "a view without security_invoker reads its tables with its owner's rights",
    `${relations} select name as offender from relation where kind = 'v' and not coalesce(
       (select option_value::boolean from pg_options_to_table(options) where option_name = 'security_invoker'), false)`,
  ),
];
