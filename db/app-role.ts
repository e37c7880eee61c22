import type { ConnectionPool } from "./client";

/**
 * Throws unless the role of this connection is bound by row-level security: no superuser, no BYPASSRLS, and neither
 * owner of any of our tables nor able to become it. Every process calls this before its first query, locally too.
 */
export async function assertAppRole(pool: ConnectionPool): Promise<void> {
  const connection = await pool.connect();
  const { rows } = await connection
    .query(
      `select current_user as role, r.rolsuper as superuser, r.rolbypassrls as bypasses,
         exists (select from pg_class c join pg_namespace n on n.oid = c.relnamespace
                 where n.nspname = any('{identity,tenancy,billing,credits,catalog,tracking,insight,ops}')
                   and pg_has_role(current_user, c.relowner, 'MEMBER')) as owner
       from pg_roles r where r.rolname = current_user`,
    )
    .finally(() => connection.release());
  const found = rows[0];
  const why = found?.superuser
    ? "is a superuser"
    : found?.bypasses
      ? "has BYPASSRLS"
      : found?.owner
        ? "owns tables, or can become their owner"
        : "";
  if (why === "") return;
  throw new Error(
    `Refusing to start: the database role ${String(found?.role)} ${why}, so row-level security would not bind it. ` +
      "Set DATABASE_URL to the role citestreak_app (db/roles.sql makes it).",
  );
}
