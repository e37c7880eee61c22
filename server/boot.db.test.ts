import { randomBytes } from "node:crypto";
import { afterEach, expect, test, vi } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { boot } from "./boot";

const { urls } = testDatabase();
const key = randomBytes(32).toString("base64");
const bootWith = (keys: string) => {
  vi.stubEnv("KEY_ENCRYPTION_KEYS", keys);
  return boot({ databaseUrl: urls.app, connections: 1 });
};

afterEach(() => vi.unstubAllEnvs());

test.each(["", `1:${key}`, `2:${key}, 1:${randomBytes(32).toString("base64")}`])(
  "a process starts without master keys and with well-formed ones (%#)",
  async (keys) => {
    const pool = await bootWith(keys);
    await pool.end();
  },
);

test.each([
  [key, /its part 1 is not VERSION:BASE64 of 32 random bytes/],
  [`1:${key},2:${key.slice(8)}`, /its part 2 is not VERSION:BASE64/],
  [`1:${key},1:${key}`, /its part 2 has the version of another part/],
])(
  "a process refuses to start with malformed ones, in words that quote nothing of them (%#)",
  async (keys, words) => {
    const refused = await bootWith(keys).then(
      () => "it started",
      (error: Error) => error.message,
    );
    expect(refused).toMatch(/KEY_ENCRYPTION_KEYS/);
    expect(refused).toMatch(words);
    expect(refused).not.toContain(key.slice(8, 24));
  },
);
