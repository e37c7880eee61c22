import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { stat } from "node:fs/promises";
import { connect } from "node:net";
import { networkInterfaces } from "node:os";
import { dirname, join } from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DatabaseRole, type EmbeddedPostgres, startEmbedded } from "./embedded";

const ROLES: readonly DatabaseRole[] = ["postgres", "citestreak_owner", "citestreak_app", "citestreak_queue"];
const name = `test-embedded-${process.pid}-${randomBytes(4).toString("hex")}`;
let servers: EmbeddedPostgres[];
let home: string;

const urlOf = (role: DatabaseRole) => new URL(servers[0]?.url(role, "postgres") ?? "");
const portOf = () => Number(urlOf("postgres").port);

async function rowsOf(url: URL, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url.toString() });
  try {
    await client.connect();
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

beforeAll(async () => {
  // As when the web server, the worker and a script start together.
  servers = await Promise.all([1, 2, 3].map(() => startEmbedded(name)));
  const [row] = await rowsOf(urlOf("postgres"), "show data_directory");
  home = dirname(String(row?.data_directory));
});
afterAll(() => Promise.all(servers.map((server) => server.stop())));

test("three starts of one home at once share one server", async () => {
  expect(new Set(servers.map((server) => server.url("citestreak_app", "postgres"))).size).toBe(1);
  for (const role of ROLES)
    expect(await rowsOf(urlOf(role), "select current_user::text as role")).toEqual([{ role }]);
});

test("the server doesn't run as root, and its home is readable by its account alone", async () => {
  // Written by the server itself, so its owner is the account that the server runs as.
  const pidFile = await stat(join(home, "data", "postmaster.pid"));
  expect(pidFile.uid).toBeGreaterThan(0);
  expect((await stat(join(home, "data"))).mode & 0o777).toBe(0o700);
  expect((await stat(home)).mode & 0o777).toBe(0o700);
  expect((await stat(join(home, "password"))).mode & 0o777).toBe(0o600);
});

describe("nobody outside this machine", () => {
  const opens = async (host: string): Promise<boolean> => {
    const socket = connect({ host, port: portOf(), timeout: 2_000 });
    const failed = new Promise<boolean>((resolve) => {
      for (const event of ["error", "timeout"]) socket.once(event, () => resolve(false));
    });
    try {
      return await Promise.race([
        once(socket, "connect").then(
          () => true,
          () => false,
        ),
        failed,
      ]);
    } finally {
      socket.destroy();
    }
  };

  test("reaches it: it listens on 127.0.0.1 and nowhere else, not even on a socket file", async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter((address) => address.address !== "127.0.0.1")
      .map((address) => (address.scopeid ? `${address.address}%${address.scopeid}` : address.address));
    for (const host of ["::1", "127.0.0.2", ...outside])
      expect([host, await opens(host)]).toEqual([host, false]);
    expect(await opens("127.0.0.1")).toBe(true);
    expect(await rowsOf(urlOf("postgres"), "show unix_socket_directories")).toEqual([
      { unix_socket_directories: "" },
    ]);
  });
});

describe("logging in", () => {
  const withPassword = (role: DatabaseRole, password: string) => Object.assign(urlOf(role), { password });

  test.each(ROLES)("as %s takes its password: a wrong one is refused", async (role) => {
    await expect(rowsOf(withPassword(role, "wrong"), "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  test("with the app role's password opens no other role", async () => {
    const { password } = urlOf("citestreak_app");
    for (const role of ROLES.filter((other) => other !== "citestreak_app"))
      await expect(rowsOf(withPassword(role, password), "select 1")).rejects.toMatchObject({ code: "28P01" });
  });

  test("is by SCRAM everywhere: no rule trusts anybody", async () => {
    const rules = await rowsOf(urlOf("postgres"), "select distinct auth_method from pg_hba_file_rules");
    expect(rules).toEqual([{ auth_method: "scram-sha-256" }]);
  });
});

test("the one who joined stops nothing, the one who started it stops it, and a test's home goes with it", async () => {
  const joined = await startEmbedded(name);
  await joined.stop();
  expect(await rowsOf(urlOf("citestreak_app"), "select 1 as one")).toEqual([{ one: 1 }]);
  await Promise.all(servers.map((server) => server.stop()));
  await expect(rowsOf(urlOf("citestreak_app"), "select 1")).rejects.toMatchObject({ code: "ECONNREFUSED" });
  await expect(stat(home)).rejects.toMatchObject({ code: "ENOENT" });
});
