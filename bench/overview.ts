/**
 * What a project's screens take as its answers grow: the overview, prompts and sources by their real verbs, as the app role
 * under row-level security, at 10,000, 100,000 and 1,000,000 answers (five times as many citations) over 110 weeks; and what
 * recording one answer takes. Calls of all sizes are interleaved, medians are compared: the largest within 1.5 times of the
 * smallest, recording within 1.2. Each statement that the verbs sent is then run again as the app role and as a superuser, whom
 * row-level security doesn't bind: within 1.1 times, over all statements of a screen.
 *   node scripts/bootstrap.mjs bench/overview.ts [--prompts 2,22,216] [--weeks 110] [--calls 40]
 */
import { parseArgs } from "node:util";
import pg from "pg";
import { openPool } from "@/db/client";
import { startEmbedded } from "@/db/embedded";
import { cloneDatabase, provisionTemplate } from "@/db/provision";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { median } from "./overview/median";
import { type OverviewMarket, openMarket } from "./overview/open-market";
import { QUERIES } from "./overview/queries";
import { compareWithoutPolicies } from "./overview/without-policies";

const { values } = parseArgs({
  options: {
    prompts: { type: "string", default: "2,22,216" },
    weeks: { type: "string", default: "110" },
    calls: { type: "string", default: "40" },
  },
});
const CALLS = Number(values.calls);
const WARM_UP = 20;
const MOST = { query: 1.5, recording: 1.2, policies: 1.1, none: Number.POSITIVE_INFINITY };
let broken = 0;

const server = await startEmbedded(`test-overview-${process.pid}`);
const markets: (OverviewMarket & { readonly adminUrl: string })[] = [];
try {
  const template = await provisionTemplate(server);
  for (const prompts of values.prompts.split(",").map(Number)) {
    const name = `bench_${prompts}`;
    await cloneDatabase(server, template, name);
    const adminUrl = server.url("postgres", name);
    const admin = new pg.Client({ connectionString: adminUrl });
    await admin.connect();
    const pool = openPool(server.url("citestreak_app", name), { max: 2 });
    const shape = { prompts, weeks: Number(values.weeks) };
    markets.push({ adminUrl, ...(await openMarket(admin, pool, shape, CALLS + WARM_UP)) });
  }
  for (const query of QUERIES) await compareSizes(query.label, query.ask, MOST[query.limit]);
  const largest = markets.at(-1);
  if (!largest) throw new Error("--prompts names no size");
  const superuser = openPool(largest.adminUrl, { max: 1 });
  for (const query of QUERIES.filter(({ limit }) => limit === "query")) {
    const { ratio, statements } = await compareWithoutPolicies(largest, superuser, query.ask, CALLS);
    say(
      `${query.label}: ${statements} statements under row-level security over without it`,
      ratio,
      MOST.policies,
    );
  }
  await superuser.end();
  if (broken > 0) process.exitCode = 1;
} finally {
  for (const { admin, pool } of markets) {
    await pool.end();
    await admin.end();
  }
  await server.stop();
}

/** Medians of each size, in milliseconds, and the largest over the smallest. */
async function compareSizes(label: string, ask: (market: OverviewMarket) => Promise<unknown>, most: number) {
  const times = markets.map((): number[] => []);
  for (let call = 0; call < CALLS + WARM_UP; call += 1)
    for (const [index, market] of markets.entries()) {
      useDatabase(market.pool);
      const started = performance.now();
      await asOrg(market.big.orgId, () => ask(market));
      if (call >= WARM_UP) times[index]?.push(performance.now() - started);
    }
  const medians = times.map(median);
  const each = markets.map(
    ({ big }, index) => `${big.answers.toLocaleString("en")}: ${medians[index]?.toFixed(2)} ms`,
  );
  say(`${label}: ${each.join(", ")}`, (medians.at(-1) ?? 0) / (medians[0] ?? 1), most);
}

function say(what: string, ratio: number, most: number): void {
  const ok = ratio <= most;
  if (!ok) broken += 1;
  console.log(`${what}; ratio ${ratio.toFixed(2)} (${ok ? "ok" : `above ${most}`})`);
}
