import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { createProject } from "@/server/projects";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { importCaptures } from "./import-captures";

const { inspect } = testDatabase();
outside();

const capture = (index: number, prompt: string, text: string) =>
  JSON.stringify({
    engine: "chatgpt",
    prompt,
    text,
    capturedAt: new Date(Date.UTC(2025, 9, 20) + index * 1000).toISOString(),
  });
const lines = (count: number, line: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => line(index)).join("\n");

// Postgres takes at most 65,535 parameters a statement: what grows with the input has to go in pieces, or as one array.
test("a file of 70,000 lines is looked at whole", async () => {
  const { orgId, projectId } = await createScene({ credits: 1, prompts: ["Which desk?"] });
  const content = lines(70_000, (index) => capture(index, "Which desk?", "A Halvorn."));
  const report = await asOrg(orgId, async () =>
    unwrap(await importCaptures({ projectId, format: "jsonl", content, dryRun: true })),
  );
  expect(report).toEqual({ lines: 70_000, accepted: 70_000, alreadyImported: 0, rejected: [] });
});

test("a panel of 900 prompts that names 8 brands in each answer gets all of its 7,208 streaks", async () => {
  const { orgId, workspaceId } = await createScene({ credits: 1, prompts: ["Which desk?"] });
  const [own = "", ...rivals] = Array.from({ length: 8 }, (_, index) => `Brandex${"abcdefgh"[index]}`);
  const { projectId } = await asOrg(orgId, async () =>
    unwrap(
      await createProject({
        workspaceId,
        name: "Large",
        own: { name: own },
        rivals: rivals.map((name) => ({ name })),
      }),
    ),
  );
  const text = `Look at ${[own, ...rivals].join(", ")}.`;
  const content = lines(900, (index) => capture(index, `Which desk is number ${index}?`, text));
  await asOrg(orgId, async () =>
    unwrap(
      await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: crypto.randomUUID() }),
    ),
  );
  const counts = await inspect(
    `select (prompt_hash = '') as panel, count(*)::int as n, min(current) as current from insight.streak
     where project_id = $1 group by 1 order by 1`,
    [projectId],
  );
  expect(counts).toEqual([
    { panel: false, n: 7_200, current: 1 },
    { panel: true, n: 8, current: 1 },
  ]);
  const runs = await inspect("select state from tracking.run where project_id = $1", [projectId]);
  expect(runs).toEqual([{ state: "complete" }]);
});
