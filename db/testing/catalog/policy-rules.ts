import { roles } from "./classification";
import { relations } from "./relations";
import { type CatalogRule, sqlRule } from "./rule";

/** What Postgres prints for the one expression that policies may have (db/policies.ts writes it). */
const OWN_ORG =
  "(org_id = (NULLIF(( SELECT current_setting('app.org_id'::text, true) AS current_setting), ''::text))::uuid)";

/** How the setting has to be read wherever an expression reads it. */
const READ_ONCE = "NULLIF(( SELECT current_setting('app.org_id'::text, true) AS current_setting), ''::text)";

const quoted = (text: string) => `'${text.replaceAll("'", "''")}'`;

/** Adds `policy`: one row per policy of any table, and `expression`: one row per USING and WITH CHECK that it has. */
const policies = `${relations}, policy as (
    select p.oid, r.oid as relation, r.name || ' ' || p.polname as name, p.polcmd as command, p.polpermissive as permissive,
      p.polroles as roles, p.polqual as qual, p.polwithcheck as checked,
      pg_get_expr(p.polqual, p.polrelid) as qual_text, pg_get_expr(p.polwithcheck, p.polrelid) as check_text
    from pg_policy p join relation r on r.oid = p.polrelid
  ), expression as (
    select name, qual::text as tree, qual_text as text from policy where qual is not null
    union all
    select name, checked::text, check_text from policy where checked is not null
  )`;

export const policyRules: readonly CatalogRule[] = [
  sqlRule(
    "policy-permissive",
    "without a permissive policy nobody sees a row; one for another role than the app's lets others in",
    `${policies} select name as offender from tenant
       where not exists (select from policy where relation = tenant.oid and permissive)
     union all
     select name from policy where permissive and roles <> array[to_regrole('${roles.app}')::oid]`,
  ),
  sqlRule(
    "policy-one-fence",
    "permissive policies OR: only a restrictive one, for every role and command, keeps the next one inside the org",
    `${policies} select name as offender from tenant where 1 <> (
       select count(*) filter (where command = '*' and roles = '{0}') + 2 * count(*) filter (where command <> '*' or roles <> '{0}')
       from policy where relation = tenant.oid and not permissive)`,
  ),
  sqlRule(
    "policy-compares-org-only",
    "a policy says whose row it is, and nothing else: `true`, another column or an OR is a way around it",
    `${policies} select name || ': ' || text as offender from expression where text <> ${quoted(OWN_ORG)}`,
  ),
  sqlRule(
    "policy-setting-read-once",
    "the setting is '' after a commit, which is no uuid, and read for every row it costs 7 times as much",
    `${policies} select name || ': ' || text as offender from expression
     where replace(text, ${quoted(READ_ONCE)}, '') like '%current_setting%' or text not like '%current_setting%'`,
  ),
  sqlRule(
    "policy-not-volatile",
    "a volatile function is called for every row and can't use the index",
    `${policies} select distinct name || ': ' || f.proname as offender from expression,
       regexp_matches(tree, ':(?:op)?funcid ([0-9]+)', 'g') m join pg_proc f on f.oid = m[1]::oid
     where f.provolatile = 'v'`,
  ),
];
