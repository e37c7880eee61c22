// npm leaves an optional package of another platform out of package-lock.json when it could not look it up, and later
// versions of `npm ci` refuse such a lock on every platform. This adds what is missing: name, exact version and platform
// are all in the package that asks for it; no integrity hash is, so npm trusts the registry for these alone.
//
//   node scripts/complete-lock.mjs           adds the entries, and prints how many
//   node scripts/complete-lock.mjs --check   only says what is missing; exit code 1 when anything is
import { readFileSync, writeFileSync } from "node:fs";

const file = new URL("../package-lock.json", import.meta.url);
const lock = JSON.parse(readFileSync(file, "utf8"));
const missing = Object.entries(lock.packages).flatMap(([path, entry]) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !isLocked(path, name))
    .map(([name, version]) => ({ name, version, dev: entry.dev === true })),
);

if (process.argv.includes("--check")) {
  for (const { name, version } of missing) console.log(`package-lock.json lacks ${name} ${version}`);
  if (missing.length > 0) console.log("`node scripts/complete-lock.mjs` adds them.");
  process.exit(missing.length > 0 ? 1 : 0);
}
for (const { name, version, dev } of missing)
  lock.packages[`node_modules/${name}`] = {
    version,
    ...platformOf(name),
    ...(dev && { dev }),
    optional: true,
  };
lock.packages = Object.fromEntries(
  Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, "en")),
);
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`);
console.log(`${missing.length} entries added`);

/** Whether `name` is found from the package at `path`, as Node's own resolution would look for it. */
function isLocked(path, name) {
  for (let folder = path; ; folder = folder.slice(0, Math.max(0, folder.lastIndexOf("/node_modules/")))) {
    if (lock.packages[`${folder === "" ? "" : `${folder}/`}node_modules/${name}`] !== undefined) return true;
    if (folder === "") return false;
  }
}

/** `@scope/thing-linux-arm64-musl` → os linux, cpu arm64, libc musl. */
function platformOf(name) {
  const parts = name.split(/[/-]/);
  const among = (known) => parts.filter((part) => known.includes(part)).slice(0, 1);
  const os = among(["android", "darwin", "freebsd", "linux", "openharmony", "win32"]);
  const cpu = among(["arm", "arm64", "ia32", "ppc64", "riscv64", "s390x", "wasm32", "x64"]);
  const libc =
    os[0] !== "linux"
      ? []
      : parts.some((part) => part.startsWith("musl"))
        ? ["musl"]
        : parts.includes("gnu")
          ? ["glibc"]
          : [];
  if (cpu.length === 0) throw new Error(`no platform in the name ${name}: add its entry by hand`);
  return { cpu, ...(libc.length > 0 && { libc }), ...(os.length > 0 && { os }) };
}
