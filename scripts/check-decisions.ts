// docs/decisions.md is append-only: this holds it against every version of it that git remembers.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { historyFaults, orderFaults } from "./documents/register-faults";

const FILE = "docs/decisions.md";
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const current = readFileSync(`${root}/${FILE}`, "utf8");
const versions = earlierVersions();
const faults = new Set([
  ...orderFaults(current),
  ...versions.flatMap((text) => historyFaults(current, text)),
]);

for (const fault of faults) console.error(`${FILE}: ${fault}`);
console.log(`${versions.length} earlier versions compared`);
process.exitCode = faults.size === 0 ? 0 : 1;

function earlierVersions(): string[] {
  try {
    if (git("rev-parse", "--is-shallow-repository").trim() === "true")
      console.log("A shallow clone: versions before its first commit can't be compared.");
    const commits = git("log", "--format=%H", "--diff-filter=AM", "--", FILE).split("\n").filter(Boolean);
    return commits.map((commit) => git("show", `${commit}:${FILE}`));
  } catch {
    console.log("No git history here: only numbers and dates are checked.");
    return [];
  }
}

function git(...args: string[]): string {
  return execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] });
}
