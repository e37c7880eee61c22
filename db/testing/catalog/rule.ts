/** Rows of a statement, run with eyes that see the whole catalog. */
export type CatalogQuery = (sql: string) => Promise<Record<string, unknown>[]>;

/** One rule of isolation, as data. `find` returns what breaks it, each in words that name the object. */
export interface CatalogRule {
  readonly id: string;
  readonly why: string;
  find(query: CatalogQuery): Promise<string[]>;
}

/** A rule whose offenders are the column `offender` of one statement. */
export function sqlRule(id: string, why: string, sql: string): CatalogRule {
  return { id, why, find: async (query) => (await query(sql)).map((row) => String(row.offender)) };
}
