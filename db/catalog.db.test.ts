import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ConnectionPool, PooledConnection } from "./client";
import { type CatalogRule, catalogRules, correctAddition, mutations } from "./testing/catalog";
import { testDatabase } from "./testing/test-database";

const { openAs } = testDatabase();
let pool: ConnectionPool;
let admin: PooledConnection;

beforeAll(async () => {
  pool = openAs("admin", 1);
  admin = await pool.connect();
});
afterAll(() => admin.release());

const offenders = (rule: CatalogRule) => rule.find(async (sql) => (await admin.query(sql)).rows);

/** What each rule finds after `change`, which is undone: rule ids with their offenders, those without any left out. */
async function foundAfter(change: string): Promise<Record<string, string[]>> {
  await admin.query("begin");
  try {
    await admin.query(change);
    const found: Record<string, string[]> = {};
    for (const rule of catalogRules) {
      const broken = await offenders(rule);
      if (broken.length > 0) found[rule.id] = broken;
    }
    return found;
  } finally {
    await admin.query("rollback");
  }
}

describe("the migrated database", () => {
  test.each(catalogRules.map((rule) => [rule.id, rule] as const))("breaks no rule: %s", async (_id, rule) => {
    expect(await offenders(rule)).toEqual([]);
  });

  test("still breaks no rule after a correct table, partitioned table, view and function", async () => {
    expect(await foundAfter(correctAddition)).toEqual({});
  });
});

describe("a seeded fault is caught", () => {
  test.each(mutations.map((mutation) => [mutation.name, mutation.caughtBy, mutation] as const))(
    "%s: %s",
    async (_name, caughtBy, mutation) => {
      expect(Object.keys(await foundAfter(mutation.sql))).toContain(caughtBy);
    },
  );

  test("every rule has a fault of its own, and no fault names a rule that doesn't exist", () => {
    const ids = catalogRules.map((rule) => rule.id).sort();
    expect([...new Set(mutations.map((mutation) => mutation.caughtBy))].sort()).toEqual(ids);
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(mutations.map((mutation) => mutation.name)).size).toBe(mutations.length);
  });
});
