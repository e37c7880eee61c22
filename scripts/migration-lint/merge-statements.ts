import { fingerprint, parse } from "libpg-query";
import type { RecordedStatement } from "@/db/testing/statement-recorder";
import type { AppStatement } from "./recordings";
import { nodesOf } from "./syntax-tree";

/**
 * One of each kind: the same statement with other constants, or with more rows in its VALUES, is no other. Of a kind the
 * shortest stays; of one that inserts, the shortest that did insert, with its values.
 */
export async function mergeStatements(recorded: readonly RecordedStatement[]): Promise<AppStatement[]> {
  const kinds = new Map<string, RecordedStatement>();
  for (const statement of recorded) {
    const kind = await fingerprint(statement.text);
    const best = kinds.get(kind);
    if (!best || costOf(statement) < costOf(best)) kinds.set(kind, statement);
  }
  const merged: AppStatement[] = [];
  for (const { text, values, rows } of kinds.values()) {
    const inserts = nodesOf(await parse(text), "InsertStmt").length > 0 && rows > 0;
    merged.push(inserts ? { text, values: [...values] } : { text });
  }
  return merged.sort((a, b) => (a.text < b.text ? -1 : 1));
}

function costOf({ text, values, rows }: RecordedStatement): number {
  const nothingDone = rows === 0 ? 1e9 : 0;
  return text.length + JSON.stringify(values).length + nothingDone;
}
