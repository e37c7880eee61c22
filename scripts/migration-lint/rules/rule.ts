import type { Statement } from "../read-statements";

/** One rule over the syntax tree of a migration, as data. */
export interface SqlRule {
  readonly id: string;
  readonly why: string;
  /** Whether a file may set it aside with a reason. Isolation has no exceptions. */
  readonly waivable?: true;
  /** Whether `statement` breaks it; `file` is every statement of its migration. */
  breaks(statement: Statement, file: readonly Statement[]): boolean;
}
