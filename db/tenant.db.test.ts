import { eq, sql } from "drizzle-orm";
import { beforeAll, describe, expect, inject, test } from "vitest";
import { runInContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId, type WorkspaceId } from "@/server/kernel/id";
import { err, ok } from "@/server/kernel/result";
import type { ConnectionPool } from "./client";
import { org, wallet, workspace } from "./schema";
import { database, type TenantTransaction, useDatabase, withTenant } from "./tenant";
import { asOrg, createTestOrg } from "./testing/factories";
import { testDatabase } from "./testing/test-database";

const { inspect } = testDatabase({ max: 4 });
let orgId: OrgId;
beforeAll(async () => {
  orgId = await createTestOrg();
});

const insertWorkspace = (tx: TenantTransaction, name: string) =>
  tx.insert(workspace).values({ orgId, id: newId<WorkspaceId>(), name, slug: name });
const namesLike = async (pattern: string) =>
  (await inspect("select name from tenancy.workspace where name like $1 order by 1", [pattern])).map(
    (row) => row.name,
  );

test("this suite runs through the driver that its project names", () => {
  expect(database().driver).toBe(inject("driver"));
});

describe("a tenant transaction", () => {
  test("commits when the verb returns ok", async () => {
    const result = await asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "kept");
        return ok("kept");
      }),
    );
    expect(result).toEqual(ok("kept"));
    expect(await namesLike("kept")).toEqual(["kept"]);
  });

  test("rolls back when the verb returns an error, and hands the error on", async () => {
    const refusal = err(new AppError("conflict", "no"));
    const result = await asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "refused");
        return refusal;
      }),
    );
    expect(result).toBe(refusal);
    expect(await namesLike("refused")).toEqual([]);
  });

  test("rolls back when the verb throws, and throws the same", async () => {
    const thrown = new Error("broken");
    const work = asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "thrown");
        throw thrown;
      }),
    );
    await expect(work).rejects.toBe(thrown);
    expect(await namesLike("thrown")).toEqual([]);
  });

  test("never reports ok for what Postgres rolled back: a swallowed database error throws", async () => {
    const work = asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "swallowed");
        await tx.execute(sql`select 1 / 0`).catch(() => {});
        return ok(undefined);
      }),
    );
    await expect(work).rejects.toThrow("nothing was committed");
    expect(await namesLike("swallowed")).toEqual([]);
  });

  test("refuses a query that comes after its end, when the connection may be another org's", async () => {
    let kept: TenantTransaction | undefined;
    await asOrg(orgId, () =>
      withTenant(async (tx) => {
        kept = tx;
        return ok(undefined);
      }),
    );
    await expect(kept?.select().from(org)).rejects.toMatchObject({
      cause: { message: "a query came after its transaction was over" },
    });
  });

  test("refuses drizzle's own transaction inside it, which would commit half of the verb", async () => {
    const work = asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "nested");
        await tx.transaction(async (inner) => {
          await inner.select().from(org);
        });
        return ok(undefined);
      }),
    );
    await expect(work).rejects.toThrow("can't be nested");
    expect(await namesLike("nested")).toEqual([]);
  });

  test("needs a context", async () => {
    await expect(withTenant(async () => ok(1))).rejects.toThrow("no context");
  });

  test("survives the loss of its connection: the verb is refused as unavailable, the next one works", async () => {
    const lost = await asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "lost");
        const { rows } = await tx.execute(sql`select pg_backend_pid() as pid`);
        await inspect("select pg_terminate_backend($1)", [rows[0]?.pid]);
        await inspect("select pg_sleep(0.1)");
        await tx.select().from(org);
        return ok(undefined);
      }),
    );
    expect(lost).toMatchObject({ ok: false, error: { code: "unavailable" } });
    expect(await namesLike("lost")).toEqual([]);
    const after = await asOrg(orgId, () => withTenant(async (tx) => ok(await tx.select().from(org))));
    expect(after).toMatchObject({ ok: true, value: [{ orgId }] });
  });
});

/** Stands in for a caller that skipped the parser at the door: the type says OrgId, the text doesn't. */
function forgedOrgId(text: string): OrgId {
  return text as OrgId;
}

/** `pool`, with every checkout counted. */
function counted(pool: ConnectionPool) {
  const count = { checkouts: 0 };
  const connect = () => {
    count.checkouts += 1;
    return pool.connect();
  };
  return { count, pool: { driver: pool.driver, connect, end: () => pool.end() } };
}

describe("a forged org id", () => {
  test.each([
    "",
    "x",
    "' or true --",
    "00000000-0000-4000-8000-000000000001', true); select set_config('app.org_id', '",
    "00000000-0000-4000-8000-000000000001'",
    "{00000000-0000-4000-8000-000000000001}",
    "00000000-0000-4000-8000-000000000001\n",
  ])("%j is refused before a connection is taken", async (text) => {
    const real = database();
    const { count, pool } = counted(real);
    useDatabase(pool);
    const context = {
      orgId: forgedOrgId(text),
      actor: { kind: "system", job: "test" },
      requestId: "test",
    } as const;
    try {
      await expect(runInContext(context, () => withTenant(async () => ok(1)))).rejects.toThrow();
      expect(count.checkouts).toBe(0);
      // Control: a checkout is counted. What another file left going in this worker may add one of its own.
      expect(await asOrg(orgId, () => withTenant(async () => ok(1)))).toEqual(ok(1));
      expect(count.checkouts).toBeGreaterThan(0);
    } finally {
      useDatabase(real);
    }
  });
});

describe("a lock that somebody else holds", () => {
  const lockWallet = (tx: TenantTransaction, of: OrgId) =>
    tx.select().from(wallet).where(eq(wallet.orgId, of)).for("no key update");

  test("comes back as busy once the lock timeout has passed", async () => {
    const result = await asOrg(orgId, () =>
      withTenant(async (holder) => {
        await lockWallet(holder, orgId);
        return ok(
          await withTenant(async (waiter) => {
            await waiter.execute(sql`set local lock_timeout = '50ms'`);
            await lockWallet(waiter, orgId);
            return ok("got it");
          }),
        );
      }),
    );
    expect(result).toMatchObject({ ok: true, value: { ok: false, error: { code: "busy" } } });
  });

  test("is waited for 5 seconds by default, and a transaction left open is ended after a minute", async () => {
    const setting = (name: string) =>
      asOrg(orgId, () =>
        withTenant(async (tx) =>
          ok((await tx.execute(sql`select current_setting(${name}) as value`)).rows[0]?.value),
        ),
      );
    expect(await setting("lock_timeout")).toEqual(ok("5s"));
    expect(await setting("idle_in_transaction_session_timeout")).toEqual(ok("1min"));
  });

  test("in a deadlock costs one side a busy, and the other commits", async () => {
    const pair = await asOrg(orgId, () =>
      withTenant(async (tx) => {
        await insertWorkspace(tx, "lock a");
        await insertWorkspace(tx, "lock b");
        return ok(undefined);
      }),
    );
    expect(pair.ok).toBe(true);
    let arrived = 0;
    let open: () => void;
    const both = new Promise<void>((resolve) => {
      open = resolve;
    });
    const lock = (tx: TenantTransaction, name: string) =>
      tx.select().from(workspace).where(eq(workspace.name, name)).for("update");
    const side = (first: string, second: string) =>
      asOrg(orgId, () =>
        withTenant(async (tx) => {
          await lock(tx, first);
          arrived += 1;
          if (arrived === 2) open();
          await both;
          await lock(tx, second);
          return ok("both");
        }),
      );
    const results = await Promise.all([side("lock a", "lock b"), side("lock b", "lock a")]);
    const codes = results.map((result) => (result.ok ? result.value : result.error.code));
    expect(codes.sort()).toEqual(["both", "busy"]);
  });
});
