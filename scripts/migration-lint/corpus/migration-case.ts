/** What looks at a migration: readers of its text, the catalog test after it, the trace, or the app of before. */
export type Gate = "reading" | "catalog" | "trace" | "previous app";

/** A migration that has to be refused, by that rule at least. */
export interface BadMigration {
  readonly rule: string;
  /** What it would have done. */
  readonly harm: string;
  readonly sql: string;
  readonly gate: Gate;
}

/** A migration that has to pass all gates. */
export interface GoodMigration {
  readonly name: string;
  readonly sql: string;
}
