import pg from "pg";
import { afterAll, beforeAll, inject } from "vitest";
import { type ConnectionPool, openPool } from "../client";
import { migrate, readMigrations } from "../migrate";
import { useDatabase } from "../tenant";
import { openNeonRelay } from "./neon-relay";

export interface TestDatabase {
  /** URLs of this file's own clone. `admin` is a superuser: to set a scene or look behind RLS, never for verbs. */
  readonly urls: { admin: string; owner: string; app: string; queue: string };
  /** Rows of `sql` as the superuser: what really stands in the database, all orgs together. */
  inspect(sql: string, values?: unknown[]): Promise<Record<string, unknown>[]>;
  /**
   * Another pool on this database through the driver under test, closed with the file. `as` is a role of `urls`, or the
   * URL of a role that the test made. Call it inside a test or a beforeAll.
   */
  openAs(as: "admin" | "owner" | "app" | "queue" | URL, max: number): ConnectionPool;
}

export interface TestDatabaseOptions {
  /** Connections of the app role's pool. */
  readonly max?: number;
  /** Only the migrations whose names come before this one, instead of all. */
  readonly before?: string;
}

/**
 * Gives the calling test file a database of its own, cloned from the migrated template, and points the verbs at it as
 * the app role. In the project `db-neon` the app role comes through Neon's driver and a local relay.
 */
export function testDatabase(options: TestDatabaseOptions = {}): TestDatabase {
  const { before } = options;
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
  let neonRelay: string | undefined;
  const openAs: TestDatabase["openAs"] = (as, max) => {
    const pool = openPool(as instanceof URL ? as.toString() : urls[as], { max, neonRelay });
    closers.unshift(() => pool.end());
    return pool;
  };

  beforeAll(async () => {
    await asSuperuser(
      template.admin,
      `create database ${name} template ${before === undefined ? template.template : "template0"} owner citestreak_owner`,
    );
    if (before !== undefined)
      await migrate(
        urls.owner,
        (await readMigrations()).filter((file) => file.name < before),
      );
    admin = new pg.Pool({ connectionString: urls.admin, max: 2 });
    admin.on("error", () => {});
    closers.push(() => admin.end());
    if (inject("driver") === "neon") {
      const relay = await openNeonRelay(urls.app);
      neonRelay = relay.address;
      closers.push(() => relay.close());
    }
    useDatabase(openAs("app", options.max ?? 10));
  });
  afterAll(async () => {
    for (const close of closers) await close();
    await asSuperuser(template.admin, `drop database ${name} with (force)`);
  });
  return { urls, openAs, inspect: async (sql, values) => (await admin.query(sql, values)).rows };
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
