import type { ConnectionPool } from "./client";

// Every role that the session can act as: the one it logged in as, the one it is now, and all that either can become.
const WHY_NOT = `
  with reachable as (
    select r.oid, r.rolname, r.rolsuper, r.rolbypassrls, r.rolcreaterole, r.rolname in (current_user, session_user) as self
    from pg_roles r
    where pg_has_role(current_user, r.oid, 'MEMBER') or pg_has_role(session_user, r.oid, 'MEMBER')
  ), reasons(self, place, why) as (
    select self, 1, case when self then 'is a superuser' else 'can become the superuser ' || rolname end
      from reachable where rolsuper
    union all
    select self, 2, case when self then 'has BYPASSRLS' else 'can become ' || rolname || ', which has BYPASSRLS' end
      from reachable where rolbypassrls
    union all
    select self, 3, 'owns ' || n.nspname || '.' || c.relname || ', or can become its owner'
      from pg_class c join pg_namespace n on n.oid = c.relnamespace join reachable on reachable.oid = c.relowner
      where n.nspname = any($1)
    union all
    select self, 4, 'owns the schema ' || n.nspname || ', or can become its owner'
      from pg_namespace n join reachable on reachable.oid = n.nspowner where n.nspname = any($1)
    union all
    select self, 5, 'has CREATEROLE' from reachable where rolcreaterole
  )
  select current_user as role, (select why from reasons order by self desc, place, why limit 1) as why`;

const NAMESPACES = ["identity", "tenancy", "billing", "credits", "catalog", "tracking", "insight", "ops"];

/**
 * Throws, saying why, unless the role of this connection is bound by row-level security: it is neither superuser nor
 * owner of any of our tables or schemas, has neither BYPASSRLS nor CREATEROLE, and can't become a role that is or has.
 * Every process calls this before its first query, locally too.
 */
export async function assertAppRole(pool: ConnectionPool): Promise<void> {
  const connection = await pool.connect();
  const { rows } = await connection.query(WHY_NOT, [NAMESPACES]).finally(() => connection.release());
  const found = rows[0];
  if (found?.why === null) return;
  throw new Error(
    `Refusing to start: the database role ${String(found?.role)} ${String(found?.why)}, so row-level security would ` +
      "not bind it. Set DATABASE_URL to the role citestreak_app (db/roles.sql makes it).",
  );
}
