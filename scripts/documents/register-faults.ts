export interface DecisionRow {
  readonly number: number;
  readonly date: string;
  /** The whole section, heading included, as it stands in the file. */
  readonly text: string;
}

/** The rows of the register: sections `## <number>. <title>`, whose first line is the date (YYYY-MM-DD). */
export function readRegister(markdown: string): DecisionRow[] {
  return markdown
    .split(/^(?=## \d+\. )/m)
    .filter((section) => /^## \d+\. /.test(section))
    .map((section) => ({
      number: Number(/^## (\d+)/.exec(section)?.[1]),
      date: /^## .*\n+(\d{4}-\d{2}-\d{2})\s*$/m.exec(section)?.[1] ?? "",
      text: section.trimEnd(),
    }));
}

/** What is wrong with the register by itself: numbers are 1, 2, 3 …; every row has a date; dates never go back. */
export function orderFaults(markdown: string): string[] {
  const rows = readRegister(markdown);
  if (rows.length === 0) return ["the register has no rows"];
  return rows.flatMap((row, index) => {
    const faults: string[] = [];
    const before = rows[index - 1];
    if (row.number !== index + 1) faults.push(`row ${index + 1} has the number ${row.number}`);
    if (row.date === "") faults.push(`row ${row.number} has no date below its heading`);
    else if (before && row.date < before.date)
      faults.push(`row ${row.number} (${row.date}) is older than the row before it (${before.date})`);
    return faults;
  });
}

/** Rows of an `earlier` text of the file that have changed or are gone in `current`: the register is append-only. */
export function historyFaults(current: string, earlier: string): string[] {
  const now = new Map(readRegister(current).map((row) => [row.number, row.text]));
  return readRegister(earlier).flatMap(({ number, text }) => {
    const today = now.get(number);
    if (today === undefined) return [`row ${number} is gone`];
    return today === text ? [] : [`row ${number} has changed: take a decision back with a new row`];
  });
}
