import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, inject, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { outside } from "@/server/runs/testing/run-scene";
import { type MemberScene, memberScene } from "@/server/trpc/testing/member-scene";
import type { StandAt } from "./testing/killed-request";

const database = testDatabase();
const world = outside();
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

const runsOf = async ({ orgId }: MemberScene) =>
  database.inspect("select id from tracking.run where org_id = $1", [orgId]);

/** A process that asks for a run under the key, and is killed where it stands. */
async function killAt(at: StandAt, { orgId, grid }: MemberScene, idempotencyKey: string): Promise<void> {
  const script = fileURLToPath(new URL("./testing/killed-request.ts", import.meta.url));
  const input = JSON.stringify({ ...grid, idempotencyKey });
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, database.urls.app, at, orgId, input],
    // biome-ignore lint/style/noProcessEnv: the child is this process again, at another sandbox.
    { stdio: ["ignore", "pipe", "inherit"], env: { ...process.env, ENGINE_SANDBOX_URL: world.sandboxUrl() } },
  );
  children.push(child);
  const [line] = await once(createInterface(child.stdout), "line");
  expect(line).toBe("standing");
  child.kill("SIGKILL");
  await once(child, "exit");
}

/** Asks as a client does: again, while it is told that the request is being worked on. */
async function ask({ orgId, grid }: MemberScene, idempotencyKey: string) {
  for (;;) {
    const result = await asOrg(orgId, () => requestRun({ ...grid, idempotencyKey }));
    if (result.ok || result.error.code !== "in_progress") return unwrap(result);
  }
}

// The process that is killed speaks through one driver, whichever this one does.
test.skipIf(inject("driver") === "neon").each([
  ["before-commit", 0],
  ["after-commit", 1],
] as const)(
  "killed %s, the same key again makes exactly one run in all, another key one more",
  async (at, left) => {
    const kills = slice(1, 20);
    for (let kill = 1; kill <= kills; kill += 1) {
      const scene = await memberScene(database.inspect);
      await killAt(at, scene, "key");
      const again = await ask(scene, "key");
      expect(await ask(scene, "key")).toEqual(again);
      expect((await runsOf(scene)).map(({ id }) => id)).toEqual([again.runId]);
      // Control: a client that makes up a new key after a lost answer is a client that pays twice.
      await ask(scene, "another key");
      expect(await runsOf(scene)).toHaveLength(2);
    }
    const what = left === 0 ? "nothing of it stood" : "its run stood";
    report("idempotency", `${kills} requests killed ${at} (${what}): the same key again left one run each`);
  },
  slice(60_000, 900_000),
);
