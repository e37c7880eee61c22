import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { openPool } from "../client";
import { useDatabase } from "../tenant";
import { openNeonRelay } from "./neon-relay";

export interface TestDatabase {
  /** URLs of this file's own clone. `admin` is a superuser: to set a scene or look behind RLS, never for verbs. */
  readonly urls: { admin: string; owner: string; app: string; queue: string };
  /** Rows of `sql` as the superuser: what really stands in the database, all orgs together. */
  inspect(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
}

/**
 * Gives the calling test file a database of its own, cloned from the migrated template, and points the verbs at it as
 * the app role. In the project `db-neon` the app role comes through Neon's driver and a local relay.
 */
export function testDatabase(options: { max?: number } = {}): TestDatabase {
  const template = inject("postgres");
  const name = `test_${process.pid}_${crypto.randomUUID().slice(0, 8)}`;
  const at = (url: string) => Object.assign(new URL(url), { pathname: `/${name}` }).toString();
  const urls = {
    admin: at(template.admin),
    owner: at(template.owner),
    app: at(template.app),
    queue: at(template.queue),
  };
  const closers: (() => Promise<void>)[] = [];
  let admin: pg.Pool;

  beforeAll(async () => {
    await asSuperuser(
      template.admin,
      `create database ${name} template ${template.template} owner citestreak_owner`,
    );
    admin = new pg.Pool({ connectionString: urls.admin, max: 2 });
    const relay = inject("driver") === "neon" ? await openNeonRelay(urls.app) : undefined;
    const pool = openPool(urls.app, { max: options.max ?? 10, neonRelay: relay?.address });
    useDatabase(pool);
    closers.push(
      () => pool.end(),
      () => admin.end(),
    );
    if (relay) closers.push(() => relay.close());
  });
  afterAll(async () => {
    for (const close of closers) await close();
    await asSuperuser(template.admin, `drop database ${name} with (force)`);
  });
  return { urls, inspect: async (sql, values) => (await admin.query(sql, values)).rows };
}

async function asSuperuser(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
