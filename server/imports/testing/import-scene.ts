import { asOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { AskId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { recordAnswer } from "@/server/runs";
import { createScene } from "@/server/runs/testing/run-scene";
import { startImport } from "../start-import";

const PROMPTS = ["Which desk?", "Which desk is quiet?", "Which desk is cheap?"];
const TEXTS = ["I would take a **Halvorn** desk; see [1].", "1. Verticore\n2. Halvorn", "Neither."];
/** 24 captures of three prompts and two engines, one a day. */
export const FILE = Array.from({ length: 24 }, (_, index) =>
  JSON.stringify({
    engine: index % 2 === 0 ? "chatgpt" : "google_ai_mode",
    prompt: PROMPTS[index % 3],
    text: `${TEXTS[(index + (index >> 2)) % 3]} (${index})`,
    sources: [{ url: `https://halvorn.example/${index}`, title: null }],
    capturedAt: new Date(Date.UTC(2025, 9, 1 + index)).toISOString(),
  }),
).join("\n");
export const scene = () => createScene({ credits: 1, prompts: ["Which standing desk?"] });
export type Scene = Awaited<ReturnType<typeof scene>>;
export const fileOf = ({ projectId }: Scene, content = FILE) => ({
  projectId,
  content,
  idempotencyKey: crypto.randomUUID(),
});
/** An import that was stored, and of which `done` answers were recorded before its process died. */
export async function cutOff(inspect: TestDatabase["inspect"], done: number) {
  const made = await scene();
  const { runId } = await asOrg(made.orgId, async () => unwrap(await startImport(fileOf(made))));
  const waiting = await inspect("select id, lease_token from tracking.ask where run_id = $1 order by id", [
    runId,
  ]);
  await asOrg(made.orgId, async () => {
    for (const row of waiting.slice(0, done)) {
      unwrap(await recordAnswer(AskId.parse(row.id), String(row.lease_token)));
    }
  });
  return { ...made, runId: RunId.parse(runId) };
}
