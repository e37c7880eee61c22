import { parse } from "csv-parse/sync";
import { asOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { importCaptures } from "@/server/imports";
import { AskId, type OrgId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { requestRun } from "@/server/runs";
import { createScene, driveRun } from "@/server/runs/testing/run-scene";
import { openExport } from "../open-export";

export const FORMULA_PROMPT = '=HYPERLINK("https://evil.example","Which desk?")';

const TEXTS = [
  "+ **Halvorn** is fine.",
  "- Verticore\n- Halvorn, as they say",
  "@Neither\tof them.",
  "1. Verticore",
];

/** An org with a bought run of two repeats and an import whose texts begin like formulas. */
export async function createExportScene(inspect: TestDatabase["inspect"]) {
  const scene = await createScene({
    credits: 500,
    prompts: ["Which standing desk is best?", "Which desk is quiet?", FORMULA_PROMPT],
  });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(
      await requestRun({
        ...scene,
        engineIds: ["chatgpt", "google_ai_mode"],
        repeats: 2,
        idempotencyKey: "export",
      }),
    ),
  );
  await driveRun(scene.orgId, runId, async () =>
    (await inspect("select id from tracking.ask where run_id = $1", [runId])).map(({ id }) =>
      AskId.parse(id),
    ),
  );
  const content = Array.from({ length: 16 }, (_, index) =>
    JSON.stringify({
      engine: index % 2 ? "chatgpt" : "google_ai_mode",
      prompt: index % 3 ? "Which chair?" : FORMULA_PROMPT,
      text: `${TEXTS[index % 4]} (${index})`,
      sources: [
        { url: `https://www.halvorn.example/${index}?utm_source=x`, title: "=1+1" },
        { url: "https://b.example/", title: null },
      ],
      capturedAt: new Date(Date.UTC(2025, 9, 1 + index)).toISOString(),
    }),
  ).join("\n");
  await asOrg(scene.orgId, async () =>
    unwrap(
      await importCaptures({ projectId: scene.projectId, content, idempotencyKey: crypto.randomUUID() }),
    ),
  );
  return { ...scene, runId };
}

/** Where createScene puts every project. */
export const ADDRESS = { workspace: "main", project: "desks" } as const;

export type CsvRow = Readonly<Record<string, string>>;

/** The rows of a table's file, by the names of its header. */
export async function exportRows(
  orgId: OrgId,
  table: string,
  filter: Record<string, string> = {},
): Promise<CsvRow[]> {
  const { body } = await asOrg(orgId, async () => unwrap(await openExport({ ...ADDRESS, table, filter })));
  return parse(await new Response(body).text(), { columns: true, bom: true });
}

/** The text behind a cell: without the apostrophe that keeps a spreadsheet from running it. */
export function textOf(cell: string | undefined): string {
  return /^'[=+\-@\t\r]/.test(cell ?? "") ? (cell ?? "").slice(1) : (cell ?? "");
}
