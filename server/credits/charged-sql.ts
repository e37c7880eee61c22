/**
 * What an ask was settled for, in credits, as a part of a larger statement; 0 where it wasn't. `org` and `ask` are SQL. The
 * statement sees what was settled before it in its own transaction, and nothing of a settlement inside itself.
 */
export function chargedSql(org: string, ask: string): string {
  return `coalesce((select sum(s.amount) from credits.settlement s where s.org_id = ${org} and s.ask_id = ${ask}), 0)`;
}
