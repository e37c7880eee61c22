import { describe, expect, it } from "vitest";
import { openPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { testDatabase } from "@/db/testing/test-database";
import { checkHealth } from "./check-health";

const { urls } = testDatabase();

describe("health", () => {
  it("is ok while the database answers, and then says so without an org", async () => {
    expect((await checkHealth()).status).toBe("ok");
  });

  it("is unavailable, not an exception, when the database is gone", async () => {
    const nowhere = openPool(Object.assign(new URL(urls.app), { port: "1" }).toString());
    useDatabase(nowhere);
    expect(await checkHealth()).toEqual({ status: "unavailable", migration: null });
    await nowhere.end();
  });
});
