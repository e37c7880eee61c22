import { readMigrations } from "@/db/migrate";
import { isolationFaults } from "./migration-lint/isolation-faults";
import { squawkFaults } from "./migration-lint/squawk-faults";

/** The files before it make everything from nothing: there is no app and no row yet that a lock could stop. */
const FIRST_ON_LIVE_DATA = "0003";

const faults: string[] = [];
for (const { name, sql } of await readMigrations()) {
  const found = isolationFaults(sql);
  if (name >= FIRST_ON_LIVE_DATA) found.push(...(await squawkFaults(name, sql)));
  faults.push(...found.map((fault) => `db/migrations/${name}: ${fault}`));
}
for (const fault of faults) console.error(fault);
process.exitCode = faults.length === 0 ? 0 : 1;
