import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { newId, type RunId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { outside } from "@/server/runs/testing/run-scene";
import { importCaptures } from "./import-captures";
import { previewImport } from "./preview-import";
import { recordImport } from "./record-import";
import { startImport } from "./start-import";
import { cutOff, FILE, fileOf, type Scene, scene } from "./testing/import-scene";
import { importedRows } from "./testing/imported-rows";

const { inspect } = testDatabase();
outside();

const viewer: Actor = { kind: "user", userId: newId<UserId>(), role: "viewer" };

test("more prompts than a panel holds are refused whole, by the preview already", async () => {
  const made = await scene();
  const line = (index: number) =>
    JSON.stringify({
      engine: "chatgpt",
      prompt: `Which? ${index}`,
      text: "x",
      capturedAt: "2025-10-20T09:00:00Z",
    });
  const file = (count: number) =>
    fileOf(made, Array.from({ length: count }, (_, index) => line(index)).join("\n"));
  const preview = (count: number) =>
    asOrg(made.orgId, async () => unwrap(await previewImport(file(count))).refusal);
  expect(await preview(1_000)).toBeNull();
  expect(await preview(1_001)).toMatch(/a panel holds at most 1,000 prompts, .* would get 1,001 new ones/);
  const refused = await asOrg(made.orgId, () => startImport(file(1_001)));
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "invalid_input", message: await preview(1_001) },
  });
  expect((await importedRows(inspect, made.projectId)).runs).toEqual([]);
});

test("a viewer may neither look at a file nor import it, and nobody another org's project or run", async () => {
  const [mine, theirs] = [await cutOff(inspect, 0), await cutOff(inspect, 0)];
  const attempts = (projectId: Scene["projectId"], runId: RunId) => [
    () => previewImport({ projectId, content: FILE }),
    () => startImport({ projectId, content: `${FILE} `, idempotencyKey: crypto.randomUUID() }),
    () => importCaptures({ projectId, content: `${FILE} `, idempotencyKey: crypto.randomUUID() }),
    () => recordImport(runId),
  ];
  const codes = async (
    attempt: readonly (() => Promise<{ ok: boolean; error?: { code: string } }>)[],
    actor?: Actor,
  ) => {
    const found: (string | undefined)[] = [];
    for (const each of attempt) {
      const result = await asOrg(mine.orgId, each, actor);
      found.push(result.ok ? "ok" : result.error?.code);
    }
    return found;
  };
  expect(await codes(attempts(mine.projectId, mine.runId), viewer)).toEqual(Array(4).fill("forbidden"));
  expect(await codes(attempts(theirs.projectId, theirs.runId))).toEqual(Array(4).fill("not_found"));
  expect((await importedRows(inspect, theirs.projectId)).answers).toEqual([]);
  // The same calls go through where they may.
  expect(await codes(attempts(mine.projectId, mine.runId))).toEqual(Array(4).fill("ok"));
});
