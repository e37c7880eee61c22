import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { controlBrands } from "@/server/extraction";
import { importCaptures } from "@/server/imports";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { createProject } from "@/server/projects";

const { inspect } = testDatabase();

/** A project whose answers are these texts. */
async function imported(textsOf: (control: string) => string[]) {
  const actor = { kind: "system", job: "test" } as const;
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Acme" }, actor, "test"));
  const { projectId, ownBrandId } = await asOrg(orgId, async () =>
    unwrap(await createProject({ workspaceId, name: "Desks", own: { name: "Halvorn" }, rivals: [] })),
  );
  const own = { id: ownBrandId, name: "Halvorn", aliases: [], domains: [], own: true };
  const [control] = controlBrands([own]);
  if (!control) throw new Error("every project has made-up brands");
  const content = textsOf(control.name)
    .map((text, index) =>
      JSON.stringify({
        engine: "chatgpt",
        prompt: `Which desk, ${index}?`,
        text,
        capturedAt: "2026-11-10T09:00:00Z",
      }),
    )
    .join("\n");
  await asOrg(orgId, async () =>
    unwrap(await importCaptures({ projectId, format: "jsonl", content, idempotencyKey: "import" })),
  );
  const [row] = await inspect(
    `select detail->>'successes' as found, detail->>'total' as answers, brand_id::text
     from insight.metric_value where project_id = $1 and metric_id = 'control_rate'`,
    [projectId],
  );
  return { projectId, control: control.name, row };
}

test("an answer that names a made-up brand is counted as the matcher's error, and names no brand", async () => {
  const { projectId, control, row } = await imported((name) => [
    `${name} makes good desks.`,
    "Halvorn makes desks.",
  ]);
  expect(row).toMatchObject({ found: "1", answers: "2" });
  const answers = await inspect("select controls from tracking.answer where project_id = $1 order by text", [
    projectId,
  ]);
  expect(answers.map(({ controls }) => controls).sort()).toEqual([[], [control]]);
  const brands = await inspect("select name from tracking.brand where project_id = $1", [projectId]);
  expect(brands).toEqual([{ name: "Halvorn" }]);
});

test("control: the same letters inside a word are no error", async () => {
  const { row } = await imported((name) => [`Un${name.toLowerCase()}ish desks.`, "Halvorn makes desks."]);
  expect(row).toMatchObject({ found: "0", answers: "2" });
});
