import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { fileURLToPath } from "node:url";
import { afterAll, expect, inject, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { getRecompute } from "@/server/recompute";
import { outside } from "@/server/runs/testing/run-scene";
import { allThatIsKnown, captures, driveRecompute, NEW_NAMES, readingScene } from "./testing/reading-scene";

const database = testDatabase();
const { inspect } = database;
outside();
const children: ChildProcess[] = [];
afterAll(() => {
  for (const child of children) child.kill("SIGKILL");
});

/** A worker that reads answers again, and is killed in its second transaction. */
async function killAt(at: string, orgId: string, recomputeId: string): Promise<void> {
  const script = fileURLToPath(new URL("./testing/killed-batch.ts", import.meta.url));
  const child = spawn(
    process.execPath,
    ["--import", "tsx", script, database.urls.app, at, orgId, recomputeId],
    { stdio: ["ignore", "pipe", "inherit"] },
  );
  children.push(child);
  const [line] = await once(createInterface(child.stdout), "line");
  expect(line).toBe("standing");
  child.kill("SIGKILL");
  await once(child, "exit");
}

// The process that is killed speaks through one driver, whichever this one does.
test.skipIf(inject("driver") === "neon").each([
  ["before-commit", 50],
  ["after-commit", 100],
])(
  "a worker killed %s in its second fifty leaves %i read, and the next one ends as an undisturbed one would, free",
  async (at, done) => {
    const scene = await readingScene(captures(120));
    const fresh = await readingScene(captures(120), NEW_NAMES);
    const { projectId, orgId, within } = scene;
    const ledger = () => inspect("select * from credits.entry where org_id = $1 order by id", [orgId]);
    const before = await ledger();
    await scene.rename();
    const recomputeId = await scene.start();
    await killAt(at, orgId, recomputeId);
    const stood = await within(() => getRecompute({ projectId }));
    expect(stood).toMatchObject({ stale: 120 - done, latest: { state: "reading", done, total: 120 } });
    expect(await allThatIsKnown(inspect, scene)).not.toEqual(await allThatIsKnown(inspect, fresh));
    await driveRecompute(scene, recomputeId);
    expect(await allThatIsKnown(inspect, scene)).toEqual(await allThatIsKnown(inspect, fresh));
    expect((await within(() => getRecompute({ projectId }))).latest).toMatchObject({
      state: "done",
      done: 120,
    });
    expect(await ledger()).toEqual(before);
  },
  60_000,
);
