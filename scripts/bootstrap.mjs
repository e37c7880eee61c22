// Plain JavaScript without dependencies: it runs on whatever Node (20 or newer) is there, before anything is installed.
//
//   node scripts/bootstrap.mjs TARGET [ARGUMENTS]
//
// TARGET is a TypeScript file, or a command of node_modules/.bin. What is missing is installed first (`npm ci`, from the
// lock file); then TARGET runs under the Node that package.json pins, and signals and exit code pass through. Everything
// that this file says goes to stderr: stdout belongs to TARGET.
import { spawn, spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const modules = join(root, "node_modules");
const pinnedNode = join(modules, "node", "bin", process.platform === "win32" ? "node.exe" : "node");
const installing = join(root, ".installing");

const [target, ...args] = process.argv.slice(2);
if (target === undefined) fail("usage: node scripts/bootstrap.mjs TARGET [ARGUMENTS]");
if (Number(process.versions.node.split(".")[0]) < 20)
  fail(`Node ${process.versions.node} is too old: CiteStreak needs 20 or newer to install its own.`);

if (!isInstalled()) await takingTurns(install);
run();

/** Whether node_modules holds every package of the lock file, in its version: npm keeps its own account of that. */
function isInstalled() {
  const wanted = packagesOf(join(root, "package-lock.json"));
  const present = packagesOf(join(modules, ".package-lock.json"));
  if (wanted === undefined) fail("package-lock.json is missing: is this a whole clone?");
  if (present === undefined || !existsSync(pinnedNode)) return false;
  return Object.entries(wanted).every(
    ([path, entry]) =>
      path === "" || (present[path] ? present[path].version === entry.version : entry.optional === true),
  );
}

function packagesOf(lockFile) {
  try {
    return JSON.parse(readFileSync(lockFile, "utf8")).packages;
  } catch {
    return undefined;
  }
}

function install() {
  if (isInstalled()) return;
  const started = Date.now();
  say("Installing what package-lock.json names (npm ci): under a minute with a warm cache, a few without.");
  // --include=dev: NODE_ENV=production would leave out the pinned Node, the browser and the test database.
  npm(root, ["ci", "--include=dev", "--no-audit", "--no-fund", "--no-progress", "--loglevel=error"]);
  if (!nodeWorks()) fetchPinnedNode();
  say(`Installed in ${Math.round((Date.now() - started) / 1000)} s.`);
}

function npm(folder, npmArgs) {
  const cli = process.env.npm_execpath ?? "";
  const [command, first] = cli.endsWith("npm-cli.js") ? [process.execPath, [cli]] : ["npm", []];
  const { status, error } = spawnSync(command, [...first, ...npmArgs], {
    cwd: folder,
    stdio: ["ignore", 2, 2],
    shell: process.platform === "win32" && command === "npm",
  });
  if (status !== 0) fail(`npm ${npmArgs[0]} failed in ${folder}${error ? `: ${error.message}` : ""}.`);
}

function nodeWorks() {
  return existsSync(pinnedNode) && spawnSync(pinnedNode, ["--version"]).status === 0;
}

/** The npm package `node` fetches its binary in an install script; where scripts may not run, this does the same. */
function fetchPinnedNode() {
  say("npm did not run the install script of the package `node`: running it now.");
  const folder = join(modules, "node");
  spawnSync(process.execPath, ["installArchSpecificPackage.js"], { cwd: folder, stdio: ["ignore", 2, 2] });
  if (!nodeWorks())
    fail(`There is no working Node at ${pinnedNode}. Allow its install script and run \`npm rebuild node\`.`);
}

/** Two commands started together in a fresh clone must not install over each other: the second waits for the first. */
async function takingTurns(work) {
  for (let waited = 0; ; waited += 1) {
    try {
      mkdirSync(installing);
      break;
    } catch {
      if (waited === 4) say("Another command is installing: waiting for it.");
      if (!isHolderAlive() && waited > 4) rmSync(installing, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 500));
    }
  }
  try {
    writeFileSync(join(installing, "pid"), String(process.pid));
    process.once("exit", () => rmSync(installing, { recursive: true, force: true }));
    work();
  } finally {
    rmSync(installing, { recursive: true, force: true });
  }
}

function isHolderAlive() {
  try {
    process.kill(Number(readFileSync(join(installing, "pid"), "utf8")), 0);
    return true;
  } catch {
    return false;
  }
}

function run() {
  const bin = join(modules, ".bin");
  const isFile = /\.[cm]?[jt]s$/.test(target);
  const [command, commandArgs] = isFile
    ? [pinnedNode, ["--import", "tsx", join(root, target), ...args]]
    : [join(bin, target), args];
  const child = spawn(command, commandArgs, {
    cwd: root,
    stdio: "inherit",
    shell: process.platform === "win32" && !isFile,
    env: {
      NEXT_TELEMETRY_DISABLED: "1",
      ...process.env,
      PATH: `${bin}${delimiter}${process.env.PATH ?? ""}`,
    },
  });
  // A terminal sends Ctrl-C to the whole group, so the child has it already; otherwise it is ours to pass on.
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"])
    process.on(signal, () => (signal === "SIGINT" && process.stdin.isTTY ? undefined : child.kill(signal)));
  child.once("error", (error) => fail(`${target}: ${error.message}`));
  child.once("exit", (code, signal) => {
    process.removeAllListeners(signal ?? "");
    if (signal) process.kill(process.pid, signal);
    else process.exit(code ?? 1);
  });
}

function say(line) {
  process.stderr.write(`${line}\n`);
}

function fail(line) {
  say(line);
  process.exit(1);
}
