import { spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { setTimeout } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { expect, test, vi } from "vitest";
import { asOrg, createTestOrg, createTestProject, createTestRun } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { reserve } from "@/server/credits/testing/in-org";
import { getEngine } from "@/server/engines";
import type { AskId, OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { claimAsk } from "./claim-ask";

const { inspect, urls } = testDatabase();
const ESTIMATE = getEngine("chatgpt").estimateMicros;
const KILLS = slice(2, 20);
/** Claims that each process gets through before it is killed, one more or less. */
const EACH = 4;
const FITS = KILLS * EACH - 2;
const APPLICATION = "claims-and-dies";
const environment = {
  ENGINE_SANDBOX_URL: "http://127.0.0.1:1",
  CHATGPT_DAILY_CEILING_USD: String((FITS * ESTIMATE) / 1_000_000),
};

/** Claims asks in a process of its own, which is killed as soon as `claims` of them were told. */
async function claimAndDie(orgId: OrgId, askIds: readonly AskId[], claims: number): Promise<void> {
  const script = fileURLToPath(new URL("./testing/claiming-process.ts", import.meta.url));
  const child = spawn(process.execPath, ["--import", "tsx", script, orgId, ...askIds], {
    stdio: ["ignore", "pipe", "inherit"],
    env: { ...environment, NODE_ENV: "test", DATABASE_URL: `${urls.app}?application_name=${APPLICATION}` },
  });
  let told = 0;
  for await (const line of createInterface(child.stdout)) {
    if (line === "claimed") told += 1;
    if (told === claims || line === "done") break;
  }
  child.kill("SIGKILL");
  await once(child, "exit");
  // What the server was doing for it comes to its end: a commit that was sent already still counts.
  const open = "select from pg_stat_activity where application_name = $1";
  while ((await inspect(open, [APPLICATION])).length > 0) await setTimeout(10);
}

test(
  `${KILLS} processes killed between holding and calling: every hold stands, the ceiling isn't passed, the next day opens it`,
  async () => {
    const orgId = await createTestOrg({ credits: 100_000 });
    const project = await createTestProject(orgId);
    const { runId, askIds } = await createTestRun(orgId, project, { asks: (KILLS + 1) * EACH * 2 });
    unwrap(await reserve(orgId, runId, askIds.length * 10));
    const standing = async () => {
      const [row] = await inspect(
        `select (select coalesce(sum(micros), 0)::int from ops.spend where scope = 'engine:chatgpt') as spent,
           (select sum(calls)::int from tracking.ask where run_id = $1) as calls`,
        [runId],
      );
      return { spent: Number(row?.spent), calls: Number(row?.calls) };
    };
    for (let kill = 0; kill < KILLS; kill += 1) {
      const from = kill * EACH;
      await claimAndDie(orgId, askIds.slice(from, from + EACH * 2), EACH);
      // What the killed process left in the middle of a commit is there as a whole, or not at all.
      const { spent, calls } = await standing();
      expect(spent).toBe(calls * ESTIMATE);
      expect(spent).toBeLessThanOrEqual(FITS * ESTIMATE);
      await inspect("update tracking.ask set lease_until = clock_timestamp() where run_id = $1", [runId]);
    }
    const { calls: beforeRestart } = await standing();
    expect(beforeRestart).toBeGreaterThanOrEqual(FITS - EACH);

    for (const [name, value] of Object.entries(environment)) vi.stubEnv(name, value);
    const claim = (askId: AskId) => asOrg(orgId, async () => unwrap(await claimAsk(askId)).kind);
    // Planned ones and lost ones alike: all that is left of the day is what fits beside the dead processes' holds.
    const kinds: string[] = [];
    for (const askId of askIds.slice(0, -EACH)) kinds.push(await claim(askId));
    expect(kinds.filter((kind) => kind === "claimed")).toHaveLength(FITS - beforeRestart);
    expect((await standing()).spent).toBe(FITS * ESTIMATE);
    await inspect("update ops.spend set day = day - 1");
    for (const askId of askIds.slice(-EACH)) expect(await claim(askId)).toBe("claimed");
    vi.unstubAllEnvs();
    report(
      "ceiling",
      `${KILLS} SIGKILLs between hold and call: ${FITS} of ${FITS} calls held, 0 above the ceiling`,
    );
  },
  slice(120_000, 1_800_000),
);
