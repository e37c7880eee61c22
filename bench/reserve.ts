/**
 * Reservations a second through our verb path (withTenant + reserveCredits: tenancy, row-level security, lots, drizzle)
 * over a bare script on pg that does the same locked transaction as a superuser, outside row-level security, with one
 * lot. Same server, same process, interleaved rounds. The script's statements are prepared too; `unprepared` sends them as
 * plain parameterised queries, which is slower.
 *   npx tsx bench/reserve.ts [connections] [unprepared]
 */
import pg from "pg";
import { openPool } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { useDatabase, withTenant } from "@/db/tenant";
import { asOrg, createTestOrg, createTestProject, createTestRun } from "@/db/testing/factories";
import { reserveCredits } from "@/server/credits";
import { newId, type OrgId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";

const CONNECTIONS = Number(process.argv[2] ?? 24);
const PREPARED = process.argv[3] !== "unprepared";
const ROUNDS = 5;
const RESERVATIONS = 2_000;
const LEAST_RATIO = 0.7;

interface Job {
  readonly orgId: OrgId;
  readonly runId: RunId;
}

const BARE = {
  lock: "select from credits.wallet where org_id = $1 for no key update",
  sum: `with latest as (
      select upto_id, balance from credits.checkpoint where org_id = $1 order by upto_id desc limit 1
    )
    select coalesce((select balance from latest), 0) + coalesce(sum(amount), 0) as balance, count(*) as tail,
      max(id) as upto_id, (select id from credits.lot where org_id = $1) as lot_id
    from credits.entry where org_id = $1 and id > coalesce((select upto_id from latest), 0)`,
  reservation: "insert into credits.reservation (org_id, id, run_id, amount) values ($1, $2, $3, 10)",
  entry: `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, reservation_id, ref_type, ref_id, actor)
    values ($1, $2, -10, 'reserve', $3, $4, 'run', $5, 'system:bench')`,
  checkpoint: "insert into credits.checkpoint (org_id, upto_id, lot_id, balance) values ($1, $2, $3, $4)",
};

const server = await startEmbedded(`test-bench-${process.pid}`);
const database = `bench_${process.pid}`;
await cloneDatabase(server, await provisionTemplate(server), database);
const bare = new pg.Pool({ connectionString: server.url("postgres", database), max: CONNECTIONS });
// A closed connection may still hear the server go down at the end.
bare.on("connect", (client) => client.on("error", () => {}));
const ours = openPool(server.url("citestreak_app", database), { max: CONNECTIONS });
useDatabase(ours);
try {
  const ratios = [await compare("one hot wallet", 1), await compare("200 wallets", 200)];
  if (Math.min(...ratios) < LEAST_RATIO) process.exitCode = 1;
} finally {
  await bare.end();
  await ours.end();
  await server.stop();
}

/** Prints both rates of each round and returns the median of the rounds' ratios (ours over bare). */
async function compare(label: string, wallets: number): Promise<number> {
  const ratios: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const rates = { bare: 0, ours: 0 };
    const order = round % 2 === 0 ? (["bare", "ours"] as const) : (["ours", "bare"] as const);
    for (const way of order) {
      const jobs = await prepare(wallets);
      rates[way] = await rate(jobs, way === "bare" ? reserveBare : reserveOurs);
      await assertReserved(jobs);
    }
    // The first round warms both up: connections, plans, compiled code.
    if (round === 0) continue;
    ratios.push(rates.ours / rates.bare);
    console.log(
      `${label}, round ${round}: ours ${rates.ours.toFixed(0)}/s, bare ${rates.bare.toFixed(0)}/s, ratio ${(rates.ours / rates.bare).toFixed(2)}`,
    );
  }
  const median = ratios.toSorted((a, b) => a - b)[Math.floor(ratios.length / 2)] ?? 0;
  const verdict = median >= LEAST_RATIO ? "ok" : `below ${LEAST_RATIO}`;
  console.log(`${label}, ${CONNECTIONS} connections: median ratio ${median.toFixed(2)} (${verdict})\n`);
  return median;
}

/** Fresh wallets, and one run for each reservation to come, in a shuffled round-robin over the wallets. */
async function prepare(wallets: number): Promise<Job[]> {
  const perWallet = RESERVATIONS / wallets;
  const jobs: Job[][] = [];
  for (let wallet = 0; wallet < wallets; wallet += 1) {
    const orgId = await createTestOrg({ credits: 1_000_000 });
    const { runId: model } = await createTestRun(orgId, await createTestProject(orgId), { asks: 0 });
    const own = Array.from({ length: perWallet }, () => ({ orgId, runId: newId<RunId>() }));
    await bare.query(
      `insert into tracking.run select (jsonb_populate_record(r, jsonb_build_object('id', i, 'idem_key', i))).*
       from tracking.run r, unnest($1::uuid[]) i where r.org_id = $2 and r.id = $3`,
      [own.map((job) => job.runId), orgId, model],
    );
    jobs.push(own);
  }
  await bare.query(
    "analyze tracking.run, credits.entry, credits.lot, credits.checkpoint, credits.reservation",
  );
  return Array.from({ length: perWallet }, (_, index) => jobs.flatMap((own) => own[index] ?? [])).flat();
}

async function rate(jobs: readonly Job[], reserve: (job: Job) => Promise<void>): Promise<number> {
  const queue = jobs.values();
  const start = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (const job of queue) await reserve(job);
    }),
  );
  return jobs.length / ((performance.now() - start) / 1_000);
}

async function reserveOurs({ orgId, runId }: Job): Promise<void> {
  await asOrg(orgId, async () => unwrap(await withTenant((tx) => reserveCredits(tx, { runId, amount: 10 }))));
}

async function reserveBare({ orgId, runId }: Job): Promise<void> {
  const reservationId = newId<string>();
  const client = await bare.connect();
  const query = (step: keyof typeof BARE, values: unknown[]) =>
    client.query({ text: BARE[step], values, ...(PREPARED ? { name: step } : {}) });
  await client.query("begin");
  await query("lock", [orgId]);
  const { balance, tail, upto_id, lot_id } = (await query("sum", [orgId])).rows[0];
  if (Number(balance) < 10) throw new Error("the wallet is empty");
  await query("reservation", [orgId, reservationId, runId]);
  await query("entry", [orgId, lot_id, `reserve:${runId}`, reservationId, runId]);
  if (Number(tail) >= 100) await query("checkpoint", [orgId, upto_id, lot_id, balance]);
  await client.query("commit");
  client.release();
}

/** Both ways have to have written every reservation and every entry, or the rate means nothing. */
async function assertReserved(jobs: readonly Job[]): Promise<void> {
  const { rows } = await bare.query(
    `select count(*) as entries, sum(e.amount) as amount from credits.entry e
     join credits.reservation r on r.org_id = e.org_id and r.id = e.reservation_id where r.run_id = any($1)`,
    [jobs.map((job) => job.runId)],
  );
  if (Number(rows[0].entries) !== jobs.length || Number(rows[0].amount) !== -10 * jobs.length) {
    throw new Error(`the round wrote ${rows[0].entries} entries of ${jobs.length}`);
  }
}
