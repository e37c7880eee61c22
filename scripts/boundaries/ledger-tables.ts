import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Violation } from "./cruise-imports";

const RULE = "ledger-tables-in-credits";
const REASON =
  "Slices import tables through db/schema, where the graph of files can't tell one table from another: here the names are.";

/** The names that db/schema/credits.ts exports as values: the ledger's tables. */
export function ledgerTables(schemaSource: string): string[] {
  return [...schemaSource.matchAll(/^export const (\w+)/gm)].map(([, name]) => name ?? "");
}

/**
 * Uses of a ledger table in `source`: imported by name from the schema, or named in SQL as `credits.x`. A namespace
 * import of the schema counts as a use, since it hides the names.
 */
export function ledgerUses(path: string, source: string, tables: readonly string[]): Violation[] {
  const found = [...source.matchAll(/^import (type )?(\*|\{[^}]*\})[^"]*from "@\/db\/schema(?:\/\w+)?";/gm)]
    .filter(([, type]) => type === undefined)
    .flatMap(([, , names = ""]) =>
      names === "*" ? ["* (all tables)"] : tables.filter((table) => new RegExp(`\\b${table}\\b`).test(names)),
    );
  const inSql = [
    ...source.matchAll(/\bcredits\.(wallet|lot|entry|settlement|checkpoint|reservation)\b/g),
  ].map(([name]) => name);
  return [...found, ...inSql].map((to) => ({ rule: RULE, from: path, to, reason: REASON }));
}

/** Every use of a ledger table outside server/credits, db and tests. */
export async function ledgerViolations(root: string, files: readonly string[]): Promise<Violation[]> {
  const tables = ledgerTables(await readFile(join(root, "db/schema/credits.ts"), "utf8"));
  const outside = files.filter(
    (path) =>
      /^(app|components|server|inngest)\/.*\.tsx?$/.test(path) &&
      !/^server\/credits\/|\.test\.tsx?$|\/testing\//.test(path),
  );
  const uses = await Promise.all(
    outside.map(async (path) => ledgerUses(path, await readFile(join(root, path), "utf8"), tables)),
  );
  return uses.flat();
}
