import { readStatements } from "./read-statements";
import { newTableRule } from "./rules/policy-rules";
import { sqlFaults, sqlRules } from "./sql-faults";
import { squawkFaults } from "./squawk-faults";

/** The files before it make everything from nothing: there is no app and no row yet that a lock could stop. */
const FIRST_ON_LIVE_DATA = "0003";

/** Whether a migration meets an app that runs and tables that hold rows. */
export function isOnLiveData(name: string): boolean {
  return name >= FIRST_ON_LIVE_DATA;
}

/** What can be said against one migration by reading it, as `line: rule: why`. SQL that can't be read is a fault. */
export async function migrationFaults(name: string, sql: string): Promise<string[]> {
  const file = await readStatements(sql).catch((error: unknown) => error);
  if (!Array.isArray(file)) return [`unreadable: ${file instanceof Error ? file.message : String(file)}`];
  if (!isOnLiveData(name))
    return sqlFaults(
      file,
      sqlRules.filter((rule) => rule !== newTableRule),
    );
  return [...sqlFaults(file), ...(await squawkFaults(name, sql))];
}
