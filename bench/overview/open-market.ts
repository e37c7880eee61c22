import { randomUUID } from "node:crypto";
import { gzipSync } from "node:zlib";
import type pg from "pg";
import type { ConnectionPool } from "@/db/client";
import { useDatabase } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { listAnswers } from "@/server/answers";
import { type AnswerId, type AskId, newId, type PromptId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { type FilledProject, type FilledShape, fillProject } from "./fill-project";
import { fillRollups } from "./fill-rollups";

/** A database with one big project, three smaller ones of other orgs, and answers that are bought and wait to be recorded. */
export interface OverviewMarket {
  readonly admin: pg.Client;
  readonly pool: ConnectionPool;
  readonly big: FilledProject;
  readonly promptId: PromptId;
  readonly answerId: AnswerId;
  /** Where the first page of answers ends. */
  readonly cursor: { readonly observedAt: string; readonly answerId: AnswerId } | null;
  readonly bought: { askId: AskId; leaseToken: string }[];
}

const OTHERS = 3;

export async function openMarket(
  admin: pg.Client,
  pool: ConnectionPool,
  shape: FilledShape,
  recordings: number,
): Promise<OverviewMarket> {
  const started = performance.now();
  const took = () => `${((performance.now() - started) / 1000).toFixed(0)} s`;
  const big = await fillProject(admin, shape);
  for (let other = 0; other < OTHERS; other += 1)
    await fillProject(admin, { ...shape, prompts: Math.ceil(shape.prompts / 16) });
  await admin.query("vacuum analyze");
  console.log(`${big.answers.toLocaleString("en")} answers after ${took()}`);
  useDatabase(pool);
  await fillRollups(admin, big.orgId);
  await asOrg(big.orgId, async () => unwrap(await measureRun(big.newestRun)));
  await copyMetrics(admin, big, shape.weeks);
  const bought = await buyAnswers(admin, big, recordings);
  await admin.query("vacuum analyze");
  console.log(`measured and copied after ${took()}`);
  const page = await asOrg(big.orgId, async () => unwrap(await listAnswers({ projectId: big.projectId })));
  const [found] = (
    await admin.query<{ promptId: PromptId; answerId: AnswerId }>(
      `select prompt_id as "promptId", id as "answerId" from tracking.answer
       where org_id = $1 and state = 'answered' order by observed_at offset $2 limit 1`,
      [big.orgId, Math.floor(big.answers / 2)],
    )
  ).rows;
  if (!found) throw new Error("nothing was filled");
  return { admin, pool, big, ...found, cursor: page.next, bought };
}

/** The metrics of the newest window, with other values, in every window before it. */
async function copyMetrics(admin: pg.Client, big: FilledProject, weeks: number): Promise<void> {
  await admin.query(
    `insert into insight.metric_value
     select org_id, project_id, panel_version_id, window_start - 7 * i, window_days, engine_id, surface, metric_id, brand_id,
       value * (0.8 + 0.2 * random()), answers, prompts, detail, provenance, computed_at
     from insight.metric_value, generate_series(1, $2) i where org_id = $1`,
    [big.orgId, weeks - 1],
  );
}

/** Asks of a run of the day after, with what the engine said about each, claimed and ready to be recorded. */
async function buyAnswers(
  admin: pg.Client,
  big: FilledProject,
  count: number,
): Promise<OverviewMarket["bought"]> {
  const bought = Array.from({ length: count }, () => ({ askId: newId<AskId>(), leaseToken: randomUUID() }));
  const sources = [1, 2, 3, 4, 5].map((site) => ({ url: `https://site-${site * 7}.example/desk/${site}` }));
  const text = `Halvorn is a good choice, and Rival 1 costs less. ${"A desk should stand still at full height. ".repeat(20)}`;
  await admin.query(
    `with made as (
       insert into tracking.run select (jsonb_populate_record(r, jsonb_build_object('id', $3::uuid, 'state', 'asking',
         'closed_at', null, 'observed_at', r.observed_at + interval '1 day'))).* from tracking.run r where r.id = $2 returning *
     ), asked as (
       insert into tracking.ask (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state,
         calls, lease_token, lease_until)
       select made.org_id, b."askId", made.id, (select id from tracking.prompt where org_id = made.org_id limit 1), 'chatgpt',
         'api', 'en-US', 100 + row_number() over (), made.observed_at, 0, 'claimed', 1, b."leaseToken", now() + interval '1 hour'
       from made, jsonb_to_recordset($4::jsonb) b ("askId" uuid, "leaseToken" uuid) returning org_id, id, lease_token
     )
     insert into tracking.raw_body (org_id, ask_id, lease_token, parser, body, sha256, latency_ms)
     select org_id, id, lease_token, 'captured-answer', $5, 'sha', 100 from asked where org_id = $1`,
    [big.orgId, big.newestRun, newId(), JSON.stringify(bought), gzipSync(JSON.stringify({ text, sources }))],
  );
  return bought;
}
