import { sql } from "drizzle-orm";
import { afterEach, describe, expect, inject, test } from "vitest";
import { runInContext } from "@/server/kernel/context";
import { newId, type OrgId } from "@/server/kernel/id";
import { ok } from "@/server/kernel/result";
import { type ConnectionPool, openPool } from "./client";
import { isLostConnection } from "./lost-connection";
import { database, useDatabase, withTenant } from "./tenant";
import { openNeonRelay } from "./testing/neon-relay";
import { testDatabase } from "./testing/test-database";

const { urls, inspect, openAs } = testDatabase();

const context = () => ({
  orgId: newId<OrgId>(),
  actor: { kind: "system" as const, job: "test" },
  requestId: "test",
});

/** What a verb says whose transaction does `work`, and whether its outcome is known. */
async function said(work: Parameters<typeof withTenant>[0]): Promise<string> {
  const result = await runInContext(context(), () => withTenant(work));
  return result.ok ? "ok" : `${result.error.code}: ${result.error.details.outcome}`;
}

const pidOf = sql`select pg_backend_pid() as pid`;
const terminate = (pid: unknown) => inspect("select pg_terminate_backend($1)", [pid]);

describe("a database that goes away is a refusal that says to try again", () => {
  let usual: ConnectionPool | undefined;
  afterEach(() => {
    if (usual) useDatabase(usual);
  });

  test("when the connection is cut in the middle of a transaction, nothing happened", async () => {
    const outcome = await said(async (tx) => {
      const { rows } = await tx.execute<{ pid: number }>(pidOf);
      await terminate(rows[0]?.pid);
      await tx.execute(sql`select 1`);
      return ok(undefined);
    });
    expect(outcome).toBe("unavailable: nothing_happened");
    expect(await said(async () => ok(undefined))).toBe("ok");
  });

  test("when it is cut at the commit, nobody knows, and it says so", async () => {
    await inspect(`
      create table public.mortal (id int);
      grant insert on public.mortal to citestreak_app;
      create function public.end_it() returns trigger language plpgsql security definer as
        $$ begin perform pg_terminate_backend(pg_backend_pid()); return null; end $$;
      create constraint trigger at_commit after insert on public.mortal
        deferrable initially deferred for each row execute function public.end_it()`);
    const outcome = await said(async (tx) => {
      await tx.execute(sql`insert into public.mortal values (1)`);
      return ok(undefined);
    });
    expect(outcome).toBe("unavailable: unknown");
  });

  test("when every idle connection is cut, the next requests are served all the same", async () => {
    await Promise.all(
      Array.from({ length: 8 }, () => said(async (tx) => ok(await tx.execute(sql`select 1`)))),
    );
    await inspect(
      "select pg_terminate_backend(pid) from pg_stat_activity where usename = 'citestreak_app' and datname = current_database()",
    );
    await expect.poll(() => said(async (tx) => ok(await tx.execute(sql`select 1`)))).toBe("ok");
  });

  // Through Neon's driver this is its proxy's business: see the next one.
  test.runIf(inject("driver") === "node-postgres")("when there is no server at that address", async () => {
    usual = database();
    useDatabase(openAs(Object.assign(new URL(urls.app), { port: "1" }), 1));
    expect(await said(async () => ok(undefined))).toBe("unavailable: nothing_happened");
  });

  test("when Neon's proxy is gone", async () => {
    usual = database();
    const relay = await openNeonRelay(urls.app);
    const pool = openPool(urls.app, { max: 2, neonRelay: relay.address });
    useDatabase(pool);
    expect(await said(async () => ok(undefined))).toBe("ok");
    await relay.close();
    expect(await said(async (tx) => ok(await tx.execute(sql`select 1`)))).toBe(
      "unavailable: nothing_happened",
    );
    await pool.end();
  });
});

describe("what isn't a lost connection stays what it is", () => {
  test("a mistake in a statement, and an answer that quotes such words, are thrown", async () => {
    await expect(
      said(async (tx) => ok(await tx.execute(sql`select nothing from nowhere`))),
    ).rejects.toThrow();
    const quoting = sql`select ${"Connection terminated unexpectedly"}::uuid`;
    await expect(said(async (tx) => ok(await tx.execute(quoting)))).rejects.toThrow();
  });

  test.each([
    new Error("Cannot read properties of undefined"),
    Object.assign(new Error("x"), { code: "23505" }),
    "text",
    null,
  ])("%s", (thrown) => expect(isLostConnection(thrown)).toBe(false));

  test.each([
    Object.assign(new Error("terminating connection due to administrator command"), { code: "57P01" }),
    Object.assign(new Error("the database system is starting up"), { code: "57P03" }),
    new AggregateError([Object.assign(new Error("connect ECONNREFUSED ::1:5432"), { code: "ECONNREFUSED" })]),
    new Error("Failed query: select 1\nparams: ", { cause: new Error("Connection terminated unexpectedly") }),
    new Error("timeout exceeded when trying to connect"),
  ])("but %s is one", (thrown) => expect(isLostConnection(thrown)).toBe(true));
});
