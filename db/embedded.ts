import { spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { Client } from "pg";
import { type EmbeddedHome, embeddedHome } from "./embedded-home";

export interface EmbeddedPostgres {
  /** A URL for `role` on `database` of this server. */
  url(role: DatabaseRole, database: string): string;
  /** Stops the server if this call started it; a server that was already running stays. */
  stop(): Promise<void>;
}

export type DatabaseRole = "postgres" | "citestreak_owner" | "citestreak_app" | "citestreak_queue";

/**
 * Starts the real Postgres that comes from npm, on a free loopback port, with its data in the home named `name`; or
 * joins the server that already runs there. Makes the three roles at the first start. No socket file, no trust login.
 * A name that begins with "test" is thrown away when the server stops.
 */
export async function startEmbedded(name: string): Promise<EmbeddedPostgres> {
  const home = await embeddedHome(name);
  const running = await portOfRunning(home);
  const port = running ?? (await freePort());
  const stop = running === undefined ? await launch(home, port) : async () => {};
  const url = (role: DatabaseRole, database: string) =>
    `postgres://${role}:${passwordOf(home, role)}@127.0.0.1:${port}/${database}`;
  if (running === undefined) await ensureRoles(home, url("postgres", "postgres"));
  return { url, stop };
}

async function portOfRunning(home: EmbeddedHome): Promise<number | undefined> {
  const lines = await readFile(join(home.data, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => [],
  );
  const [pid, port] = [Number(lines[0]), Number(lines[3])];
  if (!pid || !port) return undefined;
  const client = new Client({
    host: "127.0.0.1",
    port,
    user: "postgres",
    password: home.password,
    database: "postgres",
  });
  try {
    await client.connect();
    return port;
  } catch {
    return undefined;
  } finally {
    await client.end().catch(() => {});
  }
}

async function launch(home: EmbeddedHome, port: number): Promise<() => Promise<void>> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    fsync: home.disposable ? "off" : "on",
  };
  const args = Object.entries(settings).flatMap(([key, value]) => ["-c", `${key}=${value}`]);
  const child = spawn(join(home.binaries, "postgres"), ["-D", home.data, ...args], {
    stdio: ["ignore", "ignore", "pipe"],
    cwd: home.data,
    ...home.runAs,
  });
  let log = "";
  const ready = new Promise<void>((resolve, reject) => {
    child.stderr.on("data", (chunk: Buffer) => {
      log = (log + chunk.toString()).slice(-8_000);
      if (log.includes("database system is ready to accept connections")) resolve();
    });
    child.once("error", reject);
    child.once("exit", (code) => reject(new Error(`Postgres stopped at start (exit code ${code}):\n${log}`)));
  });
  await ready;
  child.unref();
  if ("unref" in child.stderr && typeof child.stderr.unref === "function") child.stderr.unref();
  const kill = () => void child.kill("SIGINT");
  process.once("exit", kill);
  return async () => {
    process.off("exit", kill);
    if (child.exitCode !== null) return;
    child.ref();
    child.kill("SIGINT");
    await once(child, "exit");
    if (home.disposable) await rm(dirname(home.data), { recursive: true, force: true });
  };
}

/** One each: who holds the app role's URL can't log in as the superuser with it. */
function passwordOf(home: EmbeddedHome, role: DatabaseRole): string {
  return role === "postgres" ? home.password : createHmac("sha256", home.password).update(role).digest("hex");
}

async function ensureRoles(home: EmbeddedHome, adminUrl: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query(await readFile(new URL("./roles.sql", import.meta.url), "utf8"));
    for (const role of ["citestreak_owner", "citestreak_app", "citestreak_queue"] as const) {
      await client.query(`alter role ${role} password '${passwordOf(home, role)}'`);
    }
  } finally {
    await client.end();
  }
}

/** A TCP port of the loopback interface that was free a moment ago. */
export async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no TCP port was given");
  return address.port;
}
