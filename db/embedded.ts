import { type ChildProcess, spawn } from "node:child_process";
import { createHmac } from "node:crypto";
import { once } from "node:events";
import { readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { Client } from "pg";
import { type EmbeddedHome, embeddedHome } from "./embedded-home";

export interface EmbeddedPostgres {
  /** A URL for `role` on `database` of this server. */
  url(role: DatabaseRole, database: string): string;
  /**
   * Ends the server as a power cut would (immediately, no goodbye to any client) and starts it again on its data and port.
   * Throws when another process started it.
   */
  restartAtOnce(): Promise<void>;
  /** Stops the server if this call started it; a server that was already running stays. */
  stop(): Promise<void>;
}

const OUR_ROLES = ["citestreak_owner", "citestreak_app", "citestreak_queue"] as const;
export type DatabaseRole = "postgres" | (typeof OUR_ROLES)[number];

const JOIN_ATTEMPTS = 100;
const JOIN_POLL_MS = 100;

/**
 * Starts the real Postgres that comes from npm, on a free loopback port, with its data in the home named `name`; or
 * joins the server that already runs, or just starts, there. Makes the three roles when they aren't there. No socket
 * file, no trust login, a password for each role. A name that begins with "test" is thrown away when the server stops.
 */
export async function startEmbedded(name: string): Promise<EmbeddedPostgres> {
  const home = await embeddedHome(name);
  const { port, restartAtOnce, stop } = await joinOrLaunch(home);
  const url = (role: DatabaseRole, database: string) =>
    `postgres://${role}:${passwordOf(home, role)}@127.0.0.1:${port}/${database}`;
  await ensureRoles(home, url("postgres", "postgres"));
  return { url, restartAtOnce, stop };
}

interface Server extends Pick<EmbeddedPostgres, "restartAtOnce" | "stop"> {
  readonly port: number;
}

function somebodyElses(port: number): Server {
  const restartAtOnce = () => Promise.reject(new Error("this server was started by another process"));
  return { port, restartAtOnce, stop: async () => {} };
}

async function joinOrLaunch(home: EmbeddedHome): Promise<Server> {
  const running = await portOfRunning(home);
  if (running !== undefined) return somebodyElses(running);
  const port = await freePort();
  try {
    return await launch(home, port);
  } catch (error) {
    // Postgres lets one server at a time use the data: another process may have been first, and be starting still.
    for (let attempt = 1; attempt <= JOIN_ATTEMPTS && (await pidFileOf(home)); attempt += 1) {
      const started = await portOfRunning(home);
      if (started !== undefined) return somebodyElses(started);
      await sleep(JOIN_POLL_MS);
    }
    throw error;
  }
}

/** The lines of postmaster.pid, where a server is or was: its process id first, its port fourth. */
async function pidFileOf(home: EmbeddedHome): Promise<string[] | undefined> {
  return readFile(join(home.data, "postmaster.pid"), "utf8").then(
    (text) => text.split("\n"),
    () => undefined,
  );
}

async function portOfRunning(home: EmbeddedHome): Promise<number | undefined> {
  const lines = await pidFileOf(home);
  const [pid, port] = [Number(lines?.[0]), Number(lines?.[3])];
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

async function launch(home: EmbeddedHome, port: number): Promise<Server> {
  let child = await startPostgres(home, port);
  const kill = () => void child.kill("SIGINT");
  process.once("exit", kill);
  const endBy = async (signal: "SIGINT" | "SIGQUIT") => {
    if (child.exitCode !== null) return;
    child.ref();
    child.kill(signal);
    await once(child, "exit");
  };
  return {
    port,
    async restartAtOnce() {
      await endBy("SIGQUIT");
      child = await startPostgres(home, port);
    },
    async stop() {
      process.off("exit", kill);
      await endBy("SIGINT");
      if (home.disposable) await rm(dirname(home.data), { recursive: true, force: true });
    },
  };
}

/** Resolves when the server takes connections; it doesn't keep our process from ending. */
async function startPostgres(home: EmbeddedHome, port: number): Promise<ChildProcess> {
  const settings = {
    listen_addresses: "127.0.0.1",
    port: String(port),
    unix_socket_directories: "",
    max_connections: "200",
    shared_buffers: "256MB",
    // A fresh database has no statistics, and without them lookups by key take an index on org_id alone. Plans that were
    // made so are thrown away by the first ANALYZE: it comes soon here, and then only as a table doubles.
    autovacuum_naptime: "2s",
    autovacuum_analyze_threshold: "200",
    autovacuum_analyze_scale_factor: "1",
    autovacuum_vacuum_threshold: "5000",
    autovacuum_vacuum_insert_threshold: "10000",
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
  return child;
}

/** One each: who holds the app role's URL can't log in as the superuser with it. */
function passwordOf(home: EmbeddedHome, role: DatabaseRole): string {
  return role === "postgres" ? home.password : createHmac("sha256", home.password).update(role).digest("hex");
}

/** Two processes that come at once take turns: Postgres refuses two changes of one role at the same moment. */
async function ensureRoles(home: EmbeddedHome, adminUrl: string): Promise<void> {
  const rolesSql = await readFile(new URL("./roles.sql", import.meta.url), "utf8");
  const passwords = OUR_ROLES.map((role) => `alter role ${role} password '${passwordOf(home, role)}';`).join(
    "",
  );
  const made = createHmac("sha256", rolesSql).update(passwords).digest("hex");
  const client = new Client({ connectionString: adminUrl });
  await client.connect();
  try {
    await client.query("select pg_advisory_lock(7233642)");
    const { rows } = await client.query(
      "select shobj_description(to_regrole('citestreak_app'), 'pg_authid') as made",
    );
    if (rows[0]?.made === made) return;
    await client.query(
      `begin; ${rolesSql}; ${passwords} comment on role citestreak_app is '${made}'; commit`,
    );
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
