// The tests at the numbers that the promises name (millions where `npm test` runs thousands); what can't be long runs as
// it always does. Arguments are vitest's: `npm run test:long -- server/credits`. SEED=123 runs a random test again.
import { spawnSync } from "node:child_process";

const args = ["run", "--project", "unit", "--project", "db", ...process.argv.slice(2)];
const { status } = spawnSync("vitest", args, {
  stdio: "inherit",
  env: { ...process.env, LONG_RUN: "1" },
});
process.exitCode = status ?? 1;
