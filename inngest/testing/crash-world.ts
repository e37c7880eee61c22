import { afterAll, beforeAll, vi } from "vitest";
import { asOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { sandboxMarket, startSandbox } from "@/server/engines";
import type { CrashPoint } from "@/server/kernel/crash-point";
import type { RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { haveLessPatience } from "@/server/runs/patience";
import { createScene } from "@/server/runs/testing/run-scene";
import { CrashCrew, type CrashProcess } from "./crash-crew";
import { IMPATIENCE } from "./crash-order";

/** How long the sandbox takes for an answer, unless a test says otherwise. */
const LATENCY_MS = 120;
/** So long after its request has left, a process that dies "in flight" dies: before the sandbox answers. */
const IN_FLIGHT_MS = 50;
const GRANT = 100_000;
const SWEEP_MS = 400;
const GRACE_MS = 3_000;

/** A crash that did not come: everything was over, and nobody had passed the point so often. */
export class NeverPassed extends Error {}

/** One org, a sandbox and a crew of processes that die. Each run asks two prompts, each so often as it is told. */
export function crashWorld(database: TestDatabase, latencyMs = LATENCY_MS) {
  const { urls, inspect } = database;
  let scene: Awaited<ReturnType<typeof createScene>>;
  let sandboxUrl = "";
  let crew: CrashCrew;
  let inFlight = 0;
  let requested = 0;
  const kills = new Map<string, number>();
  const closers: (() => unknown)[] = [];

  beforeAll(async () => {
    haveLessPatience(IMPATIENCE);
    const sandbox = await startSandbox({ mode: "seeded", latencyMs });
    closers.push(() => sandbox.close());
    sandboxUrl = sandbox.url;
    vi.stubEnv("ENGINE_SANDBOX_URL", sandboxUrl);
    vi.stubEnv("DATABASE_URL", urls.app);
    vi.stubEnv("QUEUE_DATABASE_URL", urls.queue);
    // Whoever isn't a worker can't send, so that every event leaves by way of the outbox and the janitor.
    vi.stubEnv("INNGEST_EVENT_KEY", undefined);
    vi.stubEnv("LOG_LEVEL", "silent");
    crew = await CrashCrew.gather();
    closers.push(() => crew.stop());
    const prompts = sandboxMarket.prompts.slice(0, 2).map((prompt) => prompt.text);
    scene = await createScene({ credits: GRANT, prompts });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    for (const close of closers) await close();
  });

  const numberOf = async (sql: string) => Number((await inspect(`select (${sql})::int as n`))[0]?.n);
  const openRuns = () => numberOf("select count(*) from ops.open_run");
  const callsInFlight = () =>
    numberOf(`select count(*) from tracking.ask k where k.state = 'claimed' and not exists
      (select from tracking.raw_body b where b.ask_id = k.id and b.lease_token = k.lease_token)`);

  const planOf = (point: CrashPoint | "nowhere", passing: number) => ({
    point,
    passing,
    afterMs: point === "call/in-flight" ? IN_FLIGHT_MS : 0,
  });
  const requestOf = (idempotencyKey: string, repeats: number) => ({
    projectId: scene.projectId,
    panelVersionId: scene.panelVersionId,
    engineIds: ["chatgpt"],
    repeats,
    idempotencyKey,
  });
  const nextKey = () => {
    requested += 1;
    return `run-${requested}`;
  };

  async function request(repeats: number): Promise<RunId> {
    const wanted = requestOf(nextKey(), repeats);
    return asOrg(scene.orgId, async () => unwrap(await requestRun(wanted)).runId);
  }

  async function startWorker(
    plan: ReturnType<typeof planOf> | null,
    sweepMs = SWEEP_MS,
  ): Promise<CrashProcess> {
    const worker = await crew.start({ role: "worker", plan, sweepMs });
    // One that finds enough to do may die before it says that it listens.
    await Promise.race([worker.reported().catch(() => {}), worker.died()]);
    return worker;
  }

  /** Waits for the process to die of its own SIGKILL, and counts what was in flight. */
  async function awaitDeath(process: CrashProcess, point: string): Promise<void> {
    let alive = true;
    const died = process.died().then((signal) => {
      alive = false;
      if (signal !== "SIGKILL") throw new Error(`a process that was to die at ${point} ended by ${signal}`);
    });
    while (alive && (await openRuns()) > 0) await Promise.race([died, pause(100)]);
    if (alive) await Promise.race([died, pause(GRACE_MS)]);
    if (alive) {
      await kill(process);
      throw new NeverPassed(`nobody died at ${point}`);
    }
    await died;
    kills.set(point, (kills.get(point) ?? 0) + 1);
    inFlight += await callsInFlight();
  }

  async function kill(process: CrashProcess): Promise<void> {
    await process.kill();
    inFlight += await callsInFlight();
  }

  /** Has a worker die at the `passing`-th passing of a point, with as many runs to work on. */
  async function strikeWorker(point: CrashPoint | "nowhere", passing: number): Promise<void> {
    for (let run = 0; run < passing; run += 1) await request(2);
    const worker = await startWorker(planOf(point, passing));
    await awaitDeath(worker, point);
  }

  /** Has a process die that requests a run; then another one asks with the same key. How many runs stood after each. */
  async function strikeRequester(point: CrashPoint): Promise<readonly number[]> {
    const key = nextKey();
    const order = {
      role: "requester",
      orgId: scene.orgId,
      request: requestOf(key, 2),
    } as const;
    const runs = () => numberOf("select count(*) from tracking.run");
    const others = await runs();
    await awaitDeath(await crew.start({ ...order, plan: planOf(point, 1) }), point);
    const before = (await runs()) - others;
    const again = await crew.start({ ...order, plan: null });
    await again.reported();
    await again.kill();
    return [before, (await runs()) - others];
  }

  /** Has a process die that cancels a run in the middle, while a worker works on it; then another one cancels it. */
  async function strikeCanceller(point: CrashPoint): Promise<string> {
    const runId = await request(15);
    const worker = await startWorker(null);
    while ((await numberOf(`select count(*) from tracking.answer where run_id = '${runId}'`)) === 0)
      await pause(20);
    const order = { role: "canceller", orgId: scene.orgId, runId } as const;
    await awaitDeath(await crew.start({ ...order, plan: planOf(point, 1) }), point);
    const again = await crew.start({ ...order, plan: null });
    const report = await again.reported();
    await again.kill();
    await kill(worker);
    return report.with;
  }

  /** Lets a healthy worker and the janitor finish what is open, for at most `limitMs`. */
  async function recover(limitMs: number, sweepMs = SWEEP_MS): Promise<void> {
    const worker = await startWorker(null, sweepMs);
    const until = Date.now() + limitMs;
    const unsent = "select count(*) from ops.outbox where sent_at is null";
    while (Date.now() < until && ((await openRuns()) > 0 || (await numberOf(unsent)) > 0)) await pause(100);
    await kill(worker);
  }

  return {
    kills,
    request,
    strikeWorker,
    strikeRequester,
    strikeCanceller,
    recover,
    callsInFlightAtKills: () => inFlight,
    paidCalls: async () => Number((await (await fetch(`${sandboxUrl}/__sandbox/log`)).json()).calls),
    /** Asks that were claimed at least once. */
    asksTried: () => numberOf("select count(*) from tracking.ask where calls > 0"),
    numberOf,
  };
}

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
