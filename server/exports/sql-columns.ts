import type { Cell } from "./export-table";

export type Row = Readonly<Record<string, Cell>>;

/** A column of the file. `sql` is a constant expression; `of` makes the cell from the whole row in its place. */
export type SqlColumn = { readonly name: string; readonly about: string } & (
  | { readonly sql: string }
  | { readonly of: (row: Row) => Cell }
);

/** What to select for `columns`; `extra` are expressions that `of` needs beside them, by name. */
export function selectList(
  columns: readonly SqlColumn[],
  extra: Readonly<Record<string, string>> = {},
): string[] {
  return [
    ...columns.flatMap((column) => ("sql" in column ? [`${column.sql} as "${column.name}"`] : [])),
    ...Object.entries(extra).map(([name, expression]) => `${expression} as "${name}"`),
  ];
}

/** The cells of a selected row, in the order of the columns. */
export function cellsOf(columns: readonly SqlColumn[], row: Row): Cell[] {
  return columns.map((column) => ("of" in column ? column.of(row) : (row[column.name] ?? null)));
}

/** An instant as ISO 8601 in UTC, in the database's own microseconds. */
export function instant(expression: string): string {
  return `to_char(${expression} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;
}
