import pg from "pg";
import { CREDITS } from "./orgs";

/** Each a question that a whole database answers with no row. */
const QUESTIONS: Readonly<Record<string, string>> = {
  "a run that has not ended":
    "select id, state from tracking.run where state not in ('complete', 'partial', 'failed', 'cancelled')",
  "an ask that has not ended": "select id, state from tracking.ask where state in ('planned', 'claimed')",
  "a reservation that is open": "select id from credits.reservation where closed_at is null",
  "a wallet that isn't what was granted less what was settled": `
    select e.org_id, e.balance, s.settled
    from (select org_id, sum(amount) as balance from credits.entry group by 1) e
    left join (select org_id, sum(amount) as settled from credits.settlement group by 1) s using (org_id)
    where e.balance <> ${CREDITS} - coalesce(s.settled, 0)`,
  "a reservation whose entries aren't what it settled": `
    select r.id from credits.reservation r
    where (select coalesce(sum(amount), 0) from credits.entry e where e.org_id = r.org_id and e.reservation_id = r.id)
       <> -(select coalesce(sum(amount), 0) from credits.settlement s where s.org_id = r.org_id and s.reservation_id = r.id)`,
  "an answer without its settlement, or the reverse": `
    select ask_id from (select org_id, ask_id from tracking.answer) a
    full join (select org_id, ask_id from credits.settlement) s using (org_id, ask_id)
    where a.org_id is null or s.org_id is null`,
  "an ask that was bought more than twice": "select id from tracking.ask where calls > 2",
  "a run with more or fewer asks than it was priced for": `
    select r.id from tracking.run r
    where r.reservation_id is not null
      and (select sum(credits) from tracking.ask a where a.org_id = r.org_id and a.run_id = r.id) <> r.price_credits`,
};

export interface StoredRun {
  readonly org: string;
  readonly runId: string;
  /** The idempotency key that it was requested under; null when none stands for it. */
  readonly key: string | null;
}

/** A superuser's eye on a database that may be away for a while. */
export class Inspector {
  readonly #url: string;

  constructor(superuserUrl: string) {
    this.#url = superuserUrl;
  }

  async rows<Row extends pg.QueryResultRow>(sql: string): Promise<Row[]> {
    const client = new pg.Client({ connectionString: this.#url });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<Row>(sql)).rows;
    } finally {
      await client.end();
    }
  }

  /** Ends every connection of the app and of the queue; how many there were. */
  async terminateAll(): Promise<number> {
    const ended = await this.rows(
      `select pg_terminate_backend(pid) from pg_stat_activity
       where usename in ('citestreak_app', 'citestreak_queue') and datname = current_database()`,
    );
    return ended.length;
  }

  async openRuns(): Promise<number> {
    return (await this.rows(QUESTIONS["a run that has not ended"] ?? "")).length;
  }

  /** What is broken, in words with the rows; an empty list when nothing is. */
  async faults(): Promise<string[]> {
    const found: string[] = [];
    for (const [what, sql] of Object.entries(QUESTIONS)) {
      const rows = await this.rows(sql);
      if (rows.length > 0) found.push(`${rows.length} × ${what}: ${JSON.stringify(rows.slice(0, 3))}`);
    }
    return found;
  }

  runs(): Promise<StoredRun[]> {
    return this.rows(
      `select s.slug as org, r.id as "runId", k.key
       from tracking.run r join identity.org_slug s using (org_id)
       left join ops.idempotency_key k
         on k.org_id = r.org_id and k.action = 'run.request' and k.response ->> 'runId' = r.id::text`,
    );
  }
}
