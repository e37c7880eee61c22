import type { Database } from "./database";
import { SCHEMA_VERSIONS } from "./schema-versions";

/** One advisory lock for whoever installs; any constant will do, as long as nobody else uses it. */
const INSTALL_LOCK = 7_207_001;

/** Brings the schema `local_runtime`, which must exist and be ours, up to date. Any number of workers may call it. */
export async function installSchema(database: Database): Promise<void> {
  await database.transaction(async (sql) => {
    await sql.query("select pg_advisory_xact_lock($1)", [INSTALL_LOCK]);
    await sql.query("create table if not exists local_runtime.installed (version integer primary key)");
    const rows = await sql.query<{ version: number }>("select version from local_runtime.installed");
    const done = new Set(rows.map((row) => row.version));
    for (const [index, statements] of SCHEMA_VERSIONS.entries()) {
      if (done.has(index + 1)) continue;
      await sql.query(statements);
      await sql.query("insert into local_runtime.installed values ($1)", [index + 1]);
    }
  });
}
