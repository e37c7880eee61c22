import { type SQL, sql } from "drizzle-orm";
import { windowBounds } from "@/server/metrics";
import { SeriesFilter } from "@/server/reports";
import type { ExportScope } from "./export-table";

const WINDOW_DAYS = 7;

/** Which expressions of a table the keys of an address narrow. */
interface Narrowed {
  readonly engine?: SQL;
  readonly surface?: SQL;
  /** A moment that lies in the window, ... */
  readonly observedAt?: SQL;
  /** ... or the window's first day itself. */
  readonly windowStart?: SQL;
  /** Compared as text, by key. */
  readonly equal?: Readonly<Record<string, SQL>>;
}

/** ` and …` for each key of the address that narrows this table. What can't be read counts as left out, as on the screens. */
export function seriesConditions({ filter }: ExportScope, narrowed: Narrowed): SQL {
  const read = <Key extends keyof typeof SeriesFilter.shape>(key: Key) =>
    SeriesFilter.shape[key].safeParse(filter[key] || undefined).data;
  const [engine, surface, window] = [read("engine"), read("surface"), read("window")];
  const conditions: SQL[] = [];
  if (engine && narrowed.engine) conditions.push(sql`${narrowed.engine} = ${engine}`);
  if (surface && narrowed.surface) conditions.push(sql`${narrowed.surface} = ${surface}`);
  if (window && narrowed.observedAt) conditions.push(within(narrowed.observedAt, window));
  if (window && narrowed.windowStart) conditions.push(sql`${narrowed.windowStart} = ${window}::date`);
  for (const [key, expression] of Object.entries(narrowed.equal ?? {})) {
    if (filter[key]) conditions.push(sql`${expression}::text = ${filter[key]}`);
  }
  return sql.join(conditions.map((condition) => sql` and ${condition}`));
}

function within(observedAt: SQL, start: string): SQL {
  const { from, until } = windowBounds({ start, days: WINDOW_DAYS });
  return sql`${observedAt} >= ${from.toISOString()}::timestamptz and ${observedAt} < ${until.toISOString()}::timestamptz`;
}
