import { relations } from "./relations";
import { type CatalogRule, sqlRule } from "./rule";

export const keyRules: readonly CatalogRule[] = [
  sqlRule(
    "foreign-key-carries-org",
    "foreign keys ignore row-level security: one without org_id on both sides reaches another org's row",
    `${relations} select k.conrelid::regclass || ' ' || k.conname as offender
     from pg_constraint k join tenant parent on parent.oid = k.confrelid
     where k.contype = 'f' and k.conparentid = 0 and not exists (
       select from unnest(k.conkey, k.confkey) as pair(child, parent_column)
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = pair.child and a.attname = 'org_id'
       where pair.parent_column = parent.org)`,
  ),
  sqlRule(
    "foreign-key-enforced",
    "a key that isn't enforced, or never checked the rows that stood before it, promises nothing",
    `${relations} select k.conrelid::regclass || ' ' || k.conname as offender
     from pg_constraint k join relation r on r.oid = k.conrelid
     where k.contype = 'f' and r.in_product and not (k.convalidated and k.conenforced)`,
  ),
  sqlRule(
    "unique-leads-with-org",
    "unique indexes ignore row-level security: one over orgs tells an org what another one holds, and takes its names",
    `${relations} select i.indexrelid::regclass::text as offender
     from pg_index i join tenant on tenant.oid = i.indrelid
     where (i.indisunique or i.indisexclusion) and i.indkey[0] is distinct from tenant.org`,
  ),
];
