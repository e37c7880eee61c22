import type { TestDatabase } from "@/db/testing/test-database";

/** What must not be found once every run has had its time, as a count by SQL over all orgs of the database. */
const FAULTS = {
  "runs lost": `select count(*) from tracking.run where state not in ('complete', 'partial', 'failed', 'cancelled')`,
  "runs that the janitor still looks at": "select count(*) from ops.open_run",
  "asks left open": `select count(*) from tracking.ask where state in ('planned', 'claimed')`,
  "asks charged twice":
    "select count(*) from (select from credits.settlement group by ask_id having count(*) > 1) as twice",
  "asks charged without an answer": `select count(*) from credits.settlement s where not exists
    (select from tracking.answer a where a.ask_id = s.ask_id and a.charged = s.amount)`,
  "answers whose charge has no settlement": `select count(*) from tracking.answer a where a.charged > 0 and not exists
    (select from credits.settlement s where s.ask_id = a.ask_id and s.amount = a.charged)`,
  "asks answered without exactly one answer": `select count(*) from tracking.ask k where k.state = 'answered'
    and (select count(*) from tracking.answer a where a.ask_id = k.id) <> 1`,
  "ended asks with an answer": `select count(*) from tracking.ask k where k.state in ('failed', 'orphaned', 'cancelled')
    and exists (select from tracking.answer a where a.ask_id = k.id and a.charged > 0)`,
  "reservations left open": "select count(*) from credits.reservation where closed_at is null",
  "runs reserved twice":
    "select count(*) from (select from credits.reservation group by run_id having count(*) > 1) as twice",
  "entries written twice":
    "select count(*) from (select from credits.entry group by org_id, idem_key having count(*) > 1) as twice",
  "reservations not given back to the unit": `select count(*) from credits.reservation r where r.amount <>
    (select coalesce(sum(amount), 0) from credits.settlement s where s.reservation_id = r.id) +
    (select coalesce(sum(amount), 0) from credits.entry e where e.reservation_id = r.id and e.kind = 'release')`,
  "orgs whose wallet is not what was granted less what was settled": `select count(*) from credits.wallet w where
    (select coalesce(sum(amount), 0) from credits.entry e where e.org_id = w.org_id) <>
    (select coalesce(sum(amount), 0) from credits.entry e where e.org_id = w.org_id and e.kind = 'grant') -
    (select coalesce(sum(amount), 0) from credits.settlement s where s.org_id = w.org_id)`,
  "counted costs that are not what the answers cost": `select count(*) from
    (select coalesce(sum(answers), 0) a, coalesce(sum(credits), 0) c, coalesce(sum(cost_micros), 0) m from ops.engine_cost) counted,
    (select count(*) filter (where w.state <> 'provider_error') a, coalesce(sum(w.charged), 0) c, coalesce(sum(w.cost_micros), 0) m
     from tracking.answer w join tracking.run r on r.id = w.run_id where r.kind = 'ask') stored
    where (counted.a, counted.c, counted.m) <> (stored.a, stored.c, stored.m)`,
  "events left in the outbox": "select count(*) from ops.outbox where sent_at is null",
  "projects with answers and without numbers": `select count(*) from tenancy.project p where
    exists (select from tracking.answer a where a.project_id = p.id) and
    not exists (select from insight.metric_value m where m.project_id = p.id)`,
  "runs that say complete and lack an answer": `select count(*) from tracking.run r where r.state = 'complete' and
    exists (select from tracking.ask k where k.run_id = r.id and k.state <> 'answered')`,
} as const;

/** The faults found, by name with their number; none when all is well. */
export async function findFaults({ inspect }: TestDatabase): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  for (const [name, sql] of Object.entries(FAULTS)) {
    const [row] = await inspect(sql);
    if (Number(row?.count) > 0) found[name] = Number(row?.count);
  }
  return found;
}
