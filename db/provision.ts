import { createHash } from "node:crypto";
import pg from "pg";
import type { EmbeddedPostgres } from "./embedded";
import { migrate, readMigrations } from "./migrate";

/**
 * A database of the embedded server with every migration in it, ready to be cloned in a fraction of a second. Its name
 * carries the hash of the migrations, so that a changed schema makes a new one.
 */
export async function provisionTemplate(server: EmbeddedPostgres): Promise<string> {
  const migrations = await readMigrations();
  const hash = createHash("sha256")
    .update(migrations.map((file) => file.sha256).join())
    .digest("hex")
    .slice(0, 12);
  const name = `template_${hash}`;
  await asAdmin(server, async (admin) => {
    await admin.query("select pg_advisory_lock(7233641)");
    const { rowCount } = await admin.query("select from pg_database where datname = $1 and datistemplate", [
      name,
    ]);
    if (rowCount) return;
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} owner citestreak_owner`);
    await migrate(server.url("citestreak_owner", name), migrations);
    await admin.query(`alter database ${name} is_template true allow_connections false`);
  });
  return name;
}

/** A fresh database `name` cloned from `template`; one that stood there before is dropped, its connections with it. */
export async function cloneDatabase(server: EmbeddedPostgres, template: string, name: string): Promise<void> {
  await asAdmin(server, async (admin) => {
    await admin.query(`drop database if exists ${name} with (force)`);
    await admin.query(`create database ${name} template ${template} owner citestreak_owner`);
  });
}

/** Whether a database of that name stands on the server. */
export async function databaseExists(server: EmbeddedPostgres, name: string): Promise<boolean> {
  let found = false;
  await asAdmin(server, async (admin) => {
    const { rowCount } = await admin.query("select from pg_database where datname = $1", [name]);
    found = rowCount === 1;
  });
  return found;
}

async function asAdmin(server: EmbeddedPostgres, work: (admin: pg.Client) => Promise<void>): Promise<void> {
  const admin = new pg.Client({ connectionString: server.url("postgres", "postgres") });
  await admin.connect();
  try {
    await work(admin);
  } finally {
    await admin.end();
  }
}
