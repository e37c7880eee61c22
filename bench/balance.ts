/**
 * Time to read a balance over 1,000,000 entries against one over 1,000, through the product's own path (withTenant +
 * readBalance: row-level security, lots, checkpoints). Both orgs have twelve lots, a checkpoint row a lot for every hundred
 * entries, as reserving writes them, and a tail of fifty entries. Interleaved reads, medians; fails above a ratio of 2.
 *   npx tsx bench/balance.ts
 */
import pg from "pg";
import { openPool } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { useDatabase, withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { readBalance, writeCheckpoint } from "@/server/credits";
import type { OrgId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";

const SIZES = [1_000, 1_000_000] as const;
const LOTS = 12;
const TAIL = 50;
const READS = 1_000;
const MOST_RATIO = 2;

const server = await startEmbedded(`test-bench-${process.pid}`);
const database = `bench_${process.pid}`;
await cloneDatabase(server, await provisionTemplate(server), database);
const admin = new pg.Client({ connectionString: server.url("postgres", database) });
await admin.connect();
const pool = openPool(server.url("citestreak_app", database), { max: 1 });
useDatabase(pool);
try {
  const orgs: { size: number; orgId: OrgId; balance: number; times: number[] }[] = [];
  for (const size of SIZES) {
    const orgId = await createTestOrg();
    orgs.push({ size, orgId, balance: await fill(orgId, size), times: [] });
  }
  await admin.query("vacuum analyze");
  for (let read = 0; read < READS; read += 1)
    for (const { orgId, balance, times } of orgs) {
      const started = performance.now();
      const found = await balanceOf(orgId);
      times.push(performance.now() - started);
      if (found !== balance) throw new Error(`a balance of ${found} instead of ${balance}`);
    }
  const medians = orgs.map(({ times }) => quantile(times, 0.5));
  for (const [index, { size, times }] of orgs.entries())
    console.log(
      `${size.toLocaleString("en")} entries: median ${medians[index]?.toFixed(2)} ms, p95 ${quantile(times, 0.95).toFixed(2)} ms`,
    );
  const ratio = (medians[1] ?? 0) / (medians[0] ?? 0);
  console.log(`ratio ${ratio.toFixed(2)} (${ratio <= MOST_RATIO ? "ok" : `above ${MOST_RATIO}`})`);
  if (ratio > MOST_RATIO) process.exitCode = 1;
  await control(orgs.at(-1)?.orgId);
} finally {
  await admin.end();
  await pool.end();
  await server.stop();
}

/** Entries of one credit each, spread over the lots, with all of their checkpoints; returns the balance. */
async function fill(orgId: OrgId, entries: number): Promise<number> {
  await admin.query(
    `insert into credits.lot (org_id, id, source, expires_at)
     select $1, gen_random_uuid(), 'grant', now() + i * interval '30 days' from generate_series(1, $2) i`,
    [orgId, LOTS],
  );
  const insert = (from: number, to: number) =>
    admin.query(
      `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
       select $1, lots.ids[1 + i % $2], 1, 'adjust', 'adjust:' || i, 'bench', 'bench', 'bench'
       from generate_series($3::int, $4::int) i,
         (select array_agg(id order by expires_at) as ids from credits.lot where org_id = $1) lots order by i`,
      [orgId, LOTS, from, to],
    );
  await insert(1, entries - TAIL);
  await admin.query(
    `insert into credits.checkpoint (org_id, upto_id, lot_id, balance)
     select $1, upto.id, sums.lot_id, sums.balance
     from (select id, lot_id, sum(1) over (partition by lot_id order by id) as balance,
             row_number() over (order by id) as place from credits.entry where org_id = $1) sums
     cross join lateral (select sums.id) upto where place % 100 < $2 and place >= 100`,
    [orgId, LOTS],
  );
  await asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await writeCheckpoint(tx)))));
  await insert(entries - TAIL + 1, entries);
  return entries;
}

async function balanceOf(orgId: OrgId): Promise<number> {
  return asOrg(orgId, async () =>
    unwrap(await withTenant(async (tx) => ok((await readBalance(tx)).balance))),
  );
}

/** The same balance without any checkpoint: the same number, and a time that grows with the ledger. */
async function control(orgId: OrgId | undefined): Promise<void> {
  if (orgId === undefined) return;
  await admin.query(
    `begin; set local session_replication_role = replica; delete from credits.checkpoint where org_id = '${orgId}'; commit`,
  );
  const started = performance.now();
  const found = await balanceOf(orgId);
  console.log(`without checkpoints: ${found} credits in ${(performance.now() - started).toFixed(0)} ms`);
}

function quantile(times: readonly number[], part: number): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length * part)] ?? 0;
}
