import { type ChildProcess, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { testDatabase } from "@/db/testing/test-database";
import { until } from "./testing/start-test-runtime";

const database = testDatabase();
const folder = mkdtempSync(join(tmpdir(), "local-runtime-"));
const workers: ChildProcess[] = [];
afterAll(() => {
  for (const worker of workers) worker.kill("SIGKILL");
  rmSync(folder, { recursive: true });
});

const STEPS = ["one", "two"];
const RUNS = 300;
const PLACES = 30;
const KILLS = 3;

async function startWorker(file: string) {
  const script = fileURLToPath(new URL("./testing/crash-worker.ts", import.meta.url));
  const worker = spawn(process.execPath, ["--import", "tsx", script, database.urls.queue, file], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  workers.push(worker);
  const [line] = await once(createInterface(worker.stdout), "line");
  const address = z
    .object({ INNGEST_BASE_URL: z.string(), INNGEST_EVENT_KEY: z.string() })
    .parse(JSON.parse(line));
  return { worker, url: `${address.INNGEST_BASE_URL}/e/${address.INNGEST_EVENT_KEY}` };
}

test("workers killed in the middle: every run ends, and only steps in flight at a kill run twice", async () => {
  const file = join(folder, "executions");
  writeFileSync(file, "");
  const executions = () => readFileSync(file, "utf8").split("\n").filter(Boolean);
  const timesRun = (step: string, runId: string) =>
    executions().filter((line) => line.startsWith(`${step} `) && line.includes(` ${runId} `)).length;
  const memoised: { step: string; runId: string; times: number }[] = [];
  let { worker, url } = await startWorker(file);
  const events = Array.from({ length: RUNS }, (_, n) => ({ name: "crash/run", data: { n, lane: n % 2 } }));
  const sent = await fetch(url, { method: "POST", body: JSON.stringify(events) });
  expect(sent.status).toBe(200);

  for (let kill = 1; kill <= KILLS; kill += 1) {
    await until(() => executions().length > (kill * 2 * RUNS) / (KILLS + 1));
    worker.kill("SIGKILL");
    await once(worker, "exit");
    // Of the runs that were in hand: what is memoised by now must never run again.
    const rows = await database.inspect(
      `select s.step_id as id, r.id as run from local_runtime.steps s join local_runtime.runs r on r.id = s.run_id
       where r.status = 'active' and s.state = 'data'`,
    );
    for (const { id, run } of rows) {
      const step = STEPS.find((name) => createHash("sha1").update(name).digest("hex") === id) ?? "unknown";
      memoised.push({ step, runId: String(run), times: timesRun(step, String(run)) });
    }
    ({ worker, url } = await startWorker(file));
  }
  const unfinished = () => database.inspect("select id from local_runtime.runs where status <> 'completed'");
  await until(async () => (await unfinished()).length === 0);

  const times = new Map<string, number>();
  for (const line of executions()) {
    const step = line.split(" ").slice(0, 3).join(" ");
    times.set(step, (times.get(step) ?? 0) + 1);
  }
  expect(times.size).toBe(RUNS * 2);
  const repeated = executions().length - RUNS * 2;
  expect(repeated).toBeLessThanOrEqual(KILLS * PLACES);
  expect(Math.max(...times.values())).toBeLessThanOrEqual(KILLS + 1);
  expect(memoised.filter(({ step, runId, times: before }) => timesRun(step, runId) !== before)).toEqual([]);
  // The kills did hit work: somebody's runs were taken over, some between their two steps.
  expect(memoised.length).toBeGreaterThan(0);
  const claims = await database.inspect("select max(claim)::int as most from local_runtime.runs");
  expect(claims[0]?.most).toBeGreaterThan(1);
  expect(await database.inspect("select sum(held)::int as held from local_runtime.slots")).toEqual([
    { held: 0 },
  ]);
  expect(await database.inspect("select from pgboss.job where name = 'runs'")).toEqual([]);
});
