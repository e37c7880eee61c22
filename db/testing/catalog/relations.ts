import { exemptTables, namespaces, queueNamespaces, sqlArray } from "./classification";

const exempt = sqlArray(Object.keys(exemptTables));

/**
 * The head of every rule's statement, three common tables:
 * `relation` (oid, kind, name, schema, owner, acl, in_product): what holds or shows rows, system schemas left out;
 * `tenant` (oid, name, org): tables of the eight namespaces that aren't exempt, partitions left out, with the attribute
 * number of org_id (null when it has none); `product` (oid, name): the eight namespaces.
 */
export const relations = `
  with product as (
    select oid, nspname as name from pg_namespace where nspname = any(${sqlArray(namespaces)})
  ), relation as (
    select c.oid, c.relkind as kind, n.nspname || '.' || c.relname as name, n.nspname as schema, c.relowner as owner,
      c.relacl as acl, c.relispartition as is_partition, c.reloptions as options,
      n.nspname in (select name from product) or n.nspname || '.' || c.relname = any(${exempt}) as in_product
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname <> 'information_schema' and n.nspname !~ '^pg_' and n.nspname <> all(${sqlArray(queueNamespaces)})
      and c.relkind in ('r', 'p', 'f', 'v', 'm', 'S')
  ), tenant as (
    select r.oid, r.name, a.attnum as org, a.attnotnull and a.atttypid = 'uuid'::regtype as org_fits
    from relation r
    left join pg_attribute a on a.attrelid = r.oid and a.attname = 'org_id' and not a.attisdropped
    where r.kind in ('r', 'p', 'f') and not r.is_partition and r.in_product and r.name <> all(${exempt})
  )`;
