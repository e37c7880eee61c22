import { stringify } from "csv-stringify/sync";
import type { Cell } from "./export-table";

/**
 * What a file begins with. Without it Excel reads UTF-8 as the machine's old code page and garbles every name with an
 * accent, silently; other readers of CSV skip it or have an option for it.
 */
export const BYTE_ORDER_MARK = "\uFEFF";

/**
 * Rows as RFC 4180 wants them. Null is an empty cell, booleans are words, lists and objects JSON. A text that a
 * spreadsheet would run as a formula (it begins with = + - @, a tab or a return) gets an apostrophe in front.
 */
export function writeCsv(rows: readonly (readonly Cell[])[]): string {
  return stringify(
    rows.map((row) => [...row]),
    {
      record_delimiter: "\r\n",
      // Not the default once the delimiter is given: a lone break in a text would begin a new row.
      quote_record_delimiter: true,
      escape_formulas: true,
      cast: {
        boolean: String,
        number: plainNumber,
        object: (value) => JSON.stringify(value),
      },
    },
  );
}

/** A whole file of rows that are all there, the columns' names first. */
export function csvFile(rows: readonly (readonly Cell[])[]): string {
  return BYTE_ORDER_MARK + writeCsv(rows);
}

/** All digits of a number, never with an exponent: 1e-7 as 0.0000001. */
export function plainNumber(value: number): string {
  const text = String(value);
  const [, sign = "", whole = "", fraction = "", exponent] = /^(-?)(\d+)\.?(\d*)e([+-]\d+)$/.exec(text) ?? [];
  if (exponent === undefined) return text;
  const shift = Number(exponent);
  const digits = whole + fraction;
  if (shift < 0) return `${sign}0.${"0".repeat(-shift - 1)}${digits}`;
  return `${sign}${digits.padEnd(shift + 1, "0")}`;
}
