import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { assertAppRole } from "./app-role";
import { testDatabase } from "./testing/test-database";

const { urls, inspect, openAs } = testDatabase({ max: 1 });
const suffix = randomBytes(4).toString("hex");
const password = randomBytes(12).toString("hex");
const bearer = `test_bearer_${suffix}`;

/** Roles that row-level security wouldn't bind: how each is made, and the words that the refusal has to hold. */
const unbound: Readonly<Record<string, { make: string; why: string }>> = {
  bypass: { make: "alter role $role bypassrls", why: "has BYPASSRLS" },
  superuser: { make: "alter role $role superuser", why: "is a superuser" },
  maker: { make: "alter role $role createrole", why: "has CREATEROLE" },
  owner_member: { make: "grant citestreak_owner to $role", why: "can become its owner" },
  silent_member: {
    make: "grant citestreak_owner to $role with inherit false",
    why: "can become its owner",
  },
  bypass_member: { make: `grant ${bearer} to $role`, why: `can become ${bearer}, which has BYPASSRLS` },
  super_member: { make: "grant postgres to $role", why: "can become the superuser postgres" },
  table_owner: { make: "alter table tracking.run owner to $role", why: "owns tracking.run" },
  schema_owner: { make: "alter schema insight owner to $role", why: "owns the schema insight" },
};
const nameOf = (key: string) => `test_${key}_${suffix}`;

beforeAll(async () => {
  await inspect(`create role ${bearer} nologin bypassrls`);
  for (const [key, { make }] of Object.entries(unbound)) {
    await inspect(`create role ${nameOf(key)} login password '${password}'`);
    await inspect(make.replace("$role", nameOf(key)));
  }
  // Logs in as a role that row-level security doesn't bind, and starts out as the app's.
  await inspect(`create role ${nameOf("mask")} login superuser password '${password}'`);
  await inspect(`alter role ${nameOf("mask")} set role = citestreak_app`);
});
afterAll(async () => {
  for (const key of [...Object.keys(unbound), "mask"]) {
    await inspect(`reassign owned by ${nameOf(key)} to citestreak_owner`);
    await inspect(`drop owned by ${nameOf(key)}`);
    await inspect(`drop role ${nameOf(key)}`);
  }
  await inspect(`drop role ${bearer}`);
});

const urlOf = (key: string) => Object.assign(new URL(urls.app), { username: nameOf(key), password });

describe("the server starts", () => {
  test("as the app role", async () => {
    await expect(assertAppRole(openAs("app", 1))).resolves.toBeUndefined();
  });
});

describe("the server refuses to start", () => {
  test("as the superuser", async () => {
    await expect(assertAppRole(openAs("admin", 1))).rejects.toThrow(
      "Refusing to start: the database role postgres is a superuser",
    );
  });

  test("as the owner", async () => {
    await expect(assertAppRole(openAs("owner", 1))).rejects.toThrow(
      "the database role citestreak_owner owns",
    );
  });

  test.each(Object.entries(unbound).map(([key, { why }]) => [key, why] as const))(
    "as %s: it %s",
    async (key, why) => {
      await expect(assertAppRole(openAs(urlOf(key), 1))).rejects.toThrow(why);
    },
  );

  test("as the app role, when the session logged in as a superuser and can go back", async () => {
    const pool = openAs(urlOf("mask"), 1);
    const connection = await pool.connect();
    const { rows } = await connection.query("select current_user::text as role");
    connection.release();
    expect(rows).toEqual([{ role: "citestreak_app" }]);
    await expect(assertAppRole(pool)).rejects.toThrow("is a superuser");
  });

  test("saying which variable to set", async () => {
    await expect(assertAppRole(openAs("admin", 1))).rejects.toThrow("Set DATABASE_URL");
  });
});
