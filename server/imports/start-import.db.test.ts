import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { AskId, RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { beginClosing, finishRun, releaseRun, sweepRuns } from "@/server/runs";
import { driveAsk, outside } from "@/server/runs/testing/run-scene";
import { importCaptures } from "./import-captures";
import { previewImport } from "./preview-import";
import { recordImport } from "./record-import";
import { startImport } from "./start-import";
import { cutOff, FILE, fileOf, type Scene, scene } from "./testing/import-scene";
import { importedRows } from "./testing/imported-rows";

const { inspect } = testDatabase();
const world = outside();

/** Puts what the janitor looks at so far back that it takes the run for stuck. */
async function waitOutTheLease(runId: RunId): Promise<void> {
  await inspect(
    "update tracking.ask set lease_until = lease_until - interval '1 hour' where run_id = $1 and lease_until is not null",
    [runId],
  );
  await inspect(
    "update tracking.answer set recorded_at = recorded_at - interval '1 hour' where run_id = $1",
    [runId],
  );
}
const panelVersions = (projectId: Scene["projectId"]) =>
  inspect(
    `select v.version, count(q.id)::int as prompts from tracking.panel p
     join tracking.panel_version v on v.panel_id = p.id join tracking.prompt q on q.panel_version_id = v.id
     where p.project_id = $1 and p.name = 'Imported captures' group by 1 order by 1`,
    [projectId],
  );
const later = (minutes: number) => new Date(Date.now() + minutes * 60_000);

test("a preview says what the import then does, and writes nothing", async () => {
  const made = await scene();
  const content = `${FILE}\n{ not json\n${FILE.split("\n")[0]}`;
  const preview = await asOrg(made.orgId, async () => unwrap(await previewImport(fileOf(made, content))));
  expect(preview).toEqual({
    format: "jsonl",
    lines: 26,
    accepted: 24,
    alreadyImported: 0,
    rejectedCount: 2,
    rejected: [
      { line: 25, why: "is not JSON" },
      { line: 26, why: "is the same as line 1" },
    ],
    engines: [
      { engineId: "chatgpt", label: "ChatGPT", answers: 12 },
      { engineId: "google_ai_mode", label: "Google AI Mode", answers: 12 },
    ],
    prompts: 3,
    newPrompts: 3,
    from: "2025-10-01T00:00:00.000Z",
    to: "2025-10-24T00:00:00.000Z",
    refusal: null,
  });
  expect(await importedRows(inspect, made.projectId)).toMatchObject({ runs: [], answers: [], asks: [] });
  const report = await asOrg(made.orgId, async () => unwrap(await importCaptures(fileOf(made, content))));
  expect(report).toMatchObject({ lines: 26, accepted: 24, rejected: preview.rejected });
  const again = await asOrg(made.orgId, async () => unwrap(await previewImport(fileOf(made, content))));
  expect(again).toMatchObject({ accepted: 0, alreadyImported: 24, prompts: 3, newPrompts: 0 });
});

test("a started import stands as claimed asks of a run, with nothing recorded and nothing charged", async () => {
  const made = await scene();
  const { runId, report } = await asOrg(made.orgId, async () => unwrap(await startImport(fileOf(made))));
  expect(report.accepted).toBe(24);
  const rows = await importedRows(inspect, made.projectId);
  expect(rows.runs).toEqual([{ kind: "import", state: "asking", price_credits: "0" }]);
  expect(rows.asks.map((ask) => ask.state)).toEqual(Array(24).fill("claimed"));
  expect(rows.answers).toEqual([]);
  const heard: [number, number][] = [];
  await asOrg(made.orgId, async () =>
    unwrap(await recordImport(RunId.parse(runId), (done, of) => heard.push([done, of]))),
  );
  expect([heard[0], heard.at(-1)]).toEqual([
    [1, 24],
    [24, 24],
  ]);
  expect((await importedRows(inspect, made.projectId)).runs).toMatchObject([{ state: "complete" }]);
});

describe("an import that was cut off", () => {
  test("is finished by the janitor and ends row for row like one that was not", async () => {
    const whole = await scene();
    await asOrg(whole.orgId, async () => unwrap(await importCaptures(fileOf(whole))));
    const expected = await importedRows(inspect, whole.projectId);
    expect(expected.answers).toHaveLength(24);
    expect(expected.metrics.length).toBeGreaterThan(20);

    const broken = await cutOff(inspect, 9);
    const cutRows = await importedRows(inspect, broken.projectId);
    expect(cutRows.answers).toHaveLength(9);
    expect(cutRows).not.toEqual(expected);
    const sentOf = (from: number) =>
      world.sent.slice(from).filter((event) => event.data.runId === broken.runId);
    let mark = world.sent.length;
    // While answers still come, the janitor leaves it alone.
    unwrap(await sweepRuns(later(2)));
    expect(sentOf(mark)).toEqual([]);
    await waitOutTheLease(broken.runId);
    mark = world.sent.length;
    unwrap(await sweepRuns(later(4)));
    const asked = sentOf(mark).filter((event) => event.name === "ask/requested");
    expect(asked).toHaveLength(15);
    await asOrg(broken.orgId, async () => {
      for (const event of asked) await driveAsk(AskId.parse(event.data.askId));
      expect(unwrap(await beginClosing(broken.runId))).toEqual({ ready: true });
      unwrap(await releaseRun(broken.runId));
      unwrap(await measureRun(broken.runId));
      unwrap(await finishRun(broken.runId));
    });
    expect(sentOf(mark).map((event) => event.name)).toContain("run/asks.finished");
    expect(await importedRows(inspect, broken.projectId)).toEqual(expected);
    expect(await world.paidCalls()).toBe(0);
  });

  test("is finished by a second recording as well, and a third changes nothing", async () => {
    const whole = await scene();
    await asOrg(whole.orgId, async () => unwrap(await importCaptures(fileOf(whole))));
    const broken = await cutOff(inspect, 9);
    await asOrg(broken.orgId, async () => unwrap(await recordImport(broken.runId)));
    const rows = await importedRows(inspect, broken.projectId);
    expect(rows).toEqual(await importedRows(inspect, whole.projectId));
    await asOrg(broken.orgId, async () => unwrap(await recordImport(broken.runId)));
    expect(await importedRows(inspect, broken.projectId)).toEqual(rows);
  });

  test("counts as imported: the same file again makes no second run", async () => {
    const broken = await cutOff(inspect, 3);
    const again = await asOrg(broken.orgId, async () => unwrap(await startImport(fileOf(broken))));
    expect(again).toMatchObject({ runId: null, report: { accepted: 0, alreadyImported: 24 } });
  });
});

test("the same file five times at once is one run of 24 answers", async () => {
  const made = await scene();
  const results = await asOrg(made.orgId, () =>
    Promise.all(Array.from({ length: 5 }, () => startImport(fileOf(made)))),
  );
  const started = results.map(unwrap);
  expect(started.map(({ report }) => report.accepted).sort()).toEqual([0, 0, 0, 0, 24].sort());
  expect(started.filter(({ runId }) => runId !== null)).toHaveLength(1);
  const rows = await importedRows(inspect, made.projectId);
  expect([rows.runs.length, rows.asks.length]).toEqual([1, 24]);
  expect(await panelVersions(made.projectId)).toEqual([{ version: 1, prompts: 3 }]);
});

test("files with other prompts at once all find a panel that keeps everybody's", async () => {
  const made = await scene();
  const file = (index: number) =>
    fileOf(
      made,
      JSON.stringify({
        engine: "chatgpt",
        prompt: `Which? ${index}`,
        text: "x",
        capturedAt: "2025-10-20T09:00:00Z",
      }),
    );
  const results = await asOrg(made.orgId, () =>
    Promise.all([1, 2, 3, 4].map((index) => startImport(file(index)))),
  );
  expect(results.map((result) => result.ok)).toEqual([true, true, true, true]);
  const versions = await panelVersions(made.projectId);
  expect(versions.at(-1)).toEqual({ version: 4, prompts: 4 });
});

test("the same question in two Unicode forms is one cell, with two repeats", async () => {
  const made = await scene();
  const content = ["Café-Tisch?".normalize("NFC"), "Café-Tisch?".normalize("NFD")]
    .map((prompt) =>
      JSON.stringify({ engine: "chatgpt", prompt, text: "x", capturedAt: "2025-10-20T09:00:00Z" }),
    )
    .join("\n");
  await asOrg(made.orgId, async () => unwrap(await importCaptures(fileOf(made, content))));
  const rows = await importedRows(inspect, made.projectId);
  expect(rows.asks.map((ask) => ask.repeat)).toEqual([1, 2]);
});

const recorded = "../shared/answers/answers.jsonl";
test.skipIf(!existsSync(recorded))(
  `the preview of all recorded answers is what comes in (skipped without ${recorded})`,
  async () => {
    const made = await scene();
    const file = {
      projectId: made.projectId,
      fileName: "answers.jsonl",
      content: readFileSync(recorded, "utf8"),
    };
    const preview = await asOrg(made.orgId, async () => unwrap(await previewImport(file)));
    expect(preview).toMatchObject({
      lines: 528,
      accepted: 528,
      rejectedCount: 0,
      prompts: 88,
      newPrompts: 88,
    });
    await asOrg(made.orgId, async () => unwrap(await importCaptures({ ...file, idempotencyKey: "first" })));
    const [stored] = await inspect(
      `select count(*)::int as answers, count(distinct prompt_id)::int as prompts, min(observed_at) as from, max(observed_at) as to
       from tracking.answer where project_id = $1`,
      [made.projectId],
    );
    expect(stored).toEqual({
      answers: preview.accepted,
      prompts: preview.newPrompts,
      from: new Date(preview.from ?? ""),
      to: new Date(preview.to ?? ""),
    });
    const before = await importedRows(inspect, made.projectId);
    expect(
      await asOrg(made.orgId, async () => unwrap(await startImport({ ...file, idempotencyKey: "second" }))),
    ).toMatchObject({
      runId: null,
    });
    expect(await importedRows(inspect, made.projectId)).toEqual(before);
  },
);
