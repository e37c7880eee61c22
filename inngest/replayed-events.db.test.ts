import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { hashOfRows } from "@/db/testing/row-hash";
import { testDatabase } from "@/db/testing/test-database";
import { functions, inngest } from "@/inngest";
import { type LocalRuntime, startLocalRuntime } from "@/inngest/local";
import { silent } from "@/inngest/local/testing/start-test-runtime";
import { leaveBreakersClosed } from "@/server/engine-health/testing/leave-breakers-closed";
import { type Sandbox, type SandboxLog, sandboxMarket, startSandbox } from "@/server/engines";
import { importCaptures } from "@/server/imports";
import type { RunId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { cancelRun, type RequestedRun, requestRun, retryRun } from "@/server/runs";
import { createScene } from "@/server/runs/testing/run-scene";

const { urls, inspect } = testDatabase({ max: 20 });
leaveBreakersClosed({ inspect });
const COPIES = slice(2, 25);
const PROMPTS = sandboxMarket.prompts.slice(0, slice(3, 12)).map((prompt) => prompt.text);
const ENGINES = ["chatgpt", "google_ai_mode"];

interface SentEvent {
  readonly id: string;
  readonly name: string;
  readonly data: Readonly<Record<string, unknown>>;
}

let sandbox: Sandbox;
let runtime: LocalRuntime;
let scene: Awaited<ReturnType<typeof createScene>>;
/** Every event that ever left, once: as the runtime took it in, and as the outbox sent it. */
let events: SentEvent[];

beforeAll(async () => {
  // Asks that fail on purpose would each tell the log why.
  logger.level = "silent";
  sandbox = await startSandbox({ mode: "seeded" });
  vi.stubEnv("ENGINE_SANDBOX_URL", sandbox.url);
  runtime = await startLocalRuntime({
    queueDatabaseUrl: urls.queue,
    functions,
    client: inngest,
    concurrency: 10,
    logger: silent,
    retryDelay: () => 5,
    // The janitor's own sweeps would be changes, too.
    cronIntervalMs: 3_600_000,
  });
  scene = await createScene({ credits: 10_000, prompts: PROMPTS });
  await playRuns();
  events = await readEvents();
}, 180_000);
afterAll(async () => {
  await runtime.stop();
  await sandbox.close();
  vi.unstubAllEnvs();
});

/** A run of each fate: complete, partial with its retry, cancelled, waiting for credits; and an import. */
async function playRuns(): Promise<void> {
  const poor = await createScene({ credits: 1, prompts: PROMPTS });
  const ask = (wanted: typeof scene, idempotencyKey: string, whenUnpaid: "refuse" | "wait" = "refuse") =>
    asOrg(wanted.orgId, async () =>
      unwrap(await requestRun({ ...wanted, engineIds: ENGINES, repeats: 2, idempotencyKey, whenUnpaid })),
    );
  const settled = async ({ runId }: RequestedRun): Promise<RunId> => {
    await runtime.idle();
    return runId;
  };
  await settled(await ask(scene, "complete"));
  await setFaults([{ kind: "rate_limited", engine: "google_ai_mode", retryAfterSeconds: 0 }]);
  const partial = await settled(await ask(scene, "partial"));
  await setFaults([]);
  await asOrg(scene.orgId, async () => unwrap(await retryRun({ runId: partial, idempotencyKey: "retry" })));
  const cancelled = await ask(scene, "cancelled");
  await asOrg(scene.orgId, () => cancelRun({ runId: cancelled.runId, idempotencyKey: "cancel" }));
  await settled(await ask(poor, "waiting", "wait"));
  const content = JSON.stringify({
    engine: "chatgpt",
    prompt: PROMPTS[0],
    text: "Take a Halvorn.",
    capturedAt: "2025-10-20T09:00:00Z",
  });
  await asOrg(scene.orgId, async () =>
    unwrap(
      await importCaptures({
        projectId: scene.projectId,
        format: "jsonl",
        content,
        idempotencyKey: "import",
      }),
    ),
  );
  await runtime.idle();
}

async function setFaults(faults: readonly unknown[]): Promise<void> {
  const body = JSON.stringify({ faults });
  const reply = await fetch(`${sandbox.url}/__sandbox/faults`, { method: "POST", body });
  if (!reply.ok) throw new Error(await reply.text());
}

async function readEvents(): Promise<SentEvent[]> {
  const rows = await inspect(
    `select distinct on (e ->> 'id') e ->> 'id' as id, e ->> 'name' as name, e -> 'data' as data
     from (select event::jsonb as e from local_runtime.runs
           union all select jsonb_build_object('id', 'outbox:' || id, 'name', name, 'data', payload) from ops.outbox) all_events
     where e ->> 'name' not like 'inngest/%'`,
  );
  return rows.map(({ id, name, data }) => ({ id: String(id), name: String(name), data: Object(data) }));
}

const log = async (): Promise<SandboxLog> => (await fetch(`${sandbox.url}/__sandbox/log`)).json();
/** All that could have changed: every row of every org, and what the engines were asked. */
const stand = async () => ({ rows: await hashOfRows(inspect), requests: (await log()).requests });
const functionRuns = async () =>
  Object.fromEntries(
    (await inspect("select status, count(*)::int as n from local_runtime.runs group by 1")).map((row) => [
      String(row.status),
      Number(row.n),
    ]),
  );

async function sendAll(sent: readonly SentEvent[]): Promise<void> {
  for (let start = 0; start < sent.length; start += 500)
    await inngest.send(
      sent.slice(start, start + 500).map((event) => ({ ...event, data: { ...event.data } })),
    );
  await runtime.idle();
}

// The functions that run here are those behind POST app/api/inngest/route.ts and scripts/worker.ts; what Inngest asks of
// them by PUT app/api/inngest/route.ts is asked by the runtime, too, when it starts.
const hearers = (name: string) =>
  functions.filter(({ opts }) =>
    opts.triggers?.some((trigger) => "event" in trigger && trigger.event === name),
  );
const heard = () => events.reduce((sum, { name }) => sum + hearers(name).length, 0);

test("the runs came to every end that a run can have, and all events of them are known", async () => {
  const states = await inspect(
    "select kind, state, count(*)::int as n from tracking.run group by 1, 2 order by 1, 2",
  );
  expect(states.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
    "ask cancelled",
    "ask complete",
    "ask partial",
    "ask waiting_for_credits",
    "import complete",
  ]);
  const names = new Set(events.map(({ name }) => name));
  expect([...names].toSorted()).toEqual([
    "ask/requested",
    "run/asks.finished",
    "run/closed",
    "run/requested",
  ]);
});

test(
  "every event that ever left, sent again under new ids and run to its end, changes nothing",
  async () => {
    const [before, runsBefore] = [await stand(), await functionRuns()];
    const copies = Array.from({ length: COPIES }, () =>
      events.map((event) => ({ ...event, id: crypto.randomUUID() })),
    ).flat();
    await sendAll(copies.toSorted((a, b) => a.id.localeCompare(b.id)));
    expect(await stand()).toEqual(before);
    const completed = (await functionRuns()).completed ?? 0;
    expect(completed).toBe((runsBefore.completed ?? 0) + COPIES * heard());
    report(
      "events",
      `${copies.length} events of ${events.length} sent again under new ids: 0 rows changed, 0 calls`,
    );
  },
  slice(60_000, 600_000),
);

test(
  "the same events under their own ids are dropped for 24 hours, and after 25 they change nothing either",
  async () => {
    const [before, runsBefore] = [await stand(), await functionRuns()];
    await sendAll(events);
    expect(await functionRuns()).toEqual(runsBefore);
    await inspect("update local_runtime.seen set seen_at = seen_at - interval '25 hours'");
    await sendAll(events);
    expect((await functionRuns()).completed).toBe((runsBefore.completed ?? 0) + heard());
    expect(await stand()).toEqual(before);
    report(
      "events",
      `${events.length} events again under their own ids, 25 hours old: ${heard()} functions ran, 0 rows changed`,
    );
  },
  slice(60_000, 600_000),
);

test("copies that come while the run is under way buy and charge each answer once", async () => {
  const before = await log();
  const known = new Set((await readEvents()).map(({ id }) => id));
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(await requestRun({ ...scene, engineIds: ENGINES, repeats: 2, idempotencyKey: "copied" })),
  );
  for (let isOver = false; !isOver; ) {
    const fresh = (await readEvents()).filter(({ id }) => !known.has(id));
    for (const { id } of fresh) known.add(id);
    const copies = [1, 2].flatMap(() => fresh.map((event) => ({ ...event, id: crypto.randomUUID() })));
    for (const { id } of copies) known.add(id);
    if (copies.length > 0) await inngest.send(copies.map((event) => ({ ...event, data: { ...event.data } })));
    const [run] = await inspect("select closed_at is not null as closed from tracking.run where id = $1", [
      runId,
    ]);
    isOver = run?.closed === true;
  }
  await runtime.idle();
  const asks = PROMPTS.length * ENGINES.length * 2;
  const [counted] = await inspect(
    `select (select count(*)::int from tracking.answer where run_id = $1) as answers,
       (select count(*)::int from credits.settlement s join tracking.ask a on a.id = s.ask_id where a.run_id = $1) as settled,
       (select count(*)::int from tracking.ask where run_id = $1 and state = 'answered') as answered`,
    [runId],
  );
  expect(counted).toEqual({ answers: asks, settled: asks, answered: asks });
  expect((await log()).calls - before.calls).toBe(asks);
}, 120_000);

test("control: the replay does reach the engine and the ledger, where an ask stands as if it had never been bought", async () => {
  const before = await stand();
  const [again] = events.filter(({ name }) => name === "ask/requested");
  if (!again) throw new Error("no ask was announced");
  const { askId, runId } = again.data;
  await inspect(
    `begin; set local session_replication_role = replica;
     update tracking.run set state = 'asking' where id = '${runId}';
     update credits.reservation set closed_at = null where run_id = '${runId}';
     update tracking.ask set state = 'planned', calls = 0 where id = '${askId}';
     delete from tracking.answer where ask_id = '${askId}'; delete from tracking.raw_body where ask_id = '${askId}';
     delete from credits.settlement where ask_id = '${askId}'; commit`,
  );
  await sendAll([{ ...again, id: crypto.randomUUID() }]);
  const after = await stand();
  expect(after.requests).toBe(before.requests + 1);
  expect(after.rows).not.toBe(before.rows);
});
