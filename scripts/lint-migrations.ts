import { readMigrations } from "@/db/migrate";
import { migrationFaults } from "./migration-lint/migration-faults";

const files = await readMigrations();
const found = await Promise.all(
  files.map(async ({ name, sql }) =>
    (await migrationFaults(name, sql)).map((fault) => `db/migrations/${name}: ${fault}`),
  ),
);
for (const fault of found.flat()) console.error(fault);
process.exitCode = found.flat().length === 0 ? 0 : 1;
