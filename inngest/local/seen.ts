import type { Sql } from "./database";

/**
 * Those of `items` whose key hasn't been seen in the last 24 hours, noting them as seen. Items without a key always
 * pass; of items with the same key the first does. Two transactions with one key wait for each other: one of them wins.
 */
export async function firstSightings<Item>(
  sql: Sql,
  items: readonly Item[],
  keyOf: (item: Item) => string | null,
): Promise<Item[]> {
  const keys = [...new Set(items.flatMap((item) => keyOf(item) ?? []))].sort();
  if (keys.length === 0) return [...items];
  const rows = await sql.query<{ key: string }>(
    `insert into local_runtime.seen (key) select * from unnest($1::text[])
     on conflict (key) do update set seen_at = now() where seen.seen_at < now() - interval '24 hours'
     returning key`,
    [keys],
    "local_runtime_seen",
  );
  const fresh = new Set(rows.map((row) => row.key));
  return items.filter((item) => {
    const key = keyOf(item);
    return key === null || fresh.delete(key);
  });
}
