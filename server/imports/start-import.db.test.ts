import { existsSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { AskId, newId, RunId, type UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { measureRun } from "@/server/reports";
import { beginClosing, finishRun, recordAnswer, releaseRun, sweepRuns } from "@/server/runs";
import { createScene, driveAsk, outside } from "@/server/runs/testing/run-scene";
import { importCaptures } from "./import-captures";
import { previewImport } from "./preview-import";
import { recordImport } from "./record-import";
import { startImport } from "./start-import";
import { importedRows } from "./testing/imported-rows";

const { inspect } = testDatabase();
const world = outside();

const PROMPTS = ["Which desk?", "Which desk is quiet?", "Which desk is cheap?"];
const TEXTS = ["I would take a **Halvorn** desk; see [1].", "1. Verticore\n2. Halvorn", "Neither."];
const FILE = Array.from({ length: 24 }, (_, index) =>
  JSON.stringify({
    engine: index % 2 === 0 ? "chatgpt" : "google_ai_mode",
    prompt: PROMPTS[index % 3],
    text: `${TEXTS[(index + (index >> 2)) % 3]} (${index})`,
    sources: [{ url: `https://halvorn.example/${index}`, title: null }],
    capturedAt: new Date(Date.UTC(2025, 9, 1 + index)).toISOString(),
  }),
).join("\n");
const scene = () => createScene({ credits: 1, prompts: ["Which standing desk?"] });
type Scene = Awaited<ReturnType<typeof scene>>;
const fileOf = ({ projectId }: Scene, content = FILE) => ({ projectId, content });
const viewer: Actor = { kind: "user", userId: newId<UserId>(), role: "viewer" };

/** An import that was stored, and of which `done` answers were recorded before its process died. */
async function cutOff(done: number) {
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

    const broken = await cutOff(9);
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
    const broken = await cutOff(9);
    await asOrg(broken.orgId, async () => unwrap(await recordImport(broken.runId)));
    const rows = await importedRows(inspect, broken.projectId);
    expect(rows).toEqual(await importedRows(inspect, whole.projectId));
    await asOrg(broken.orgId, async () => unwrap(await recordImport(broken.runId)));
    expect(await importedRows(inspect, broken.projectId)).toEqual(rows);
  });

  test("counts as imported: the same file again makes no second run", async () => {
    const broken = await cutOff(3);
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
  const [mine, theirs] = [await cutOff(0), await cutOff(0)];
  const attempts = (projectId: Scene["projectId"], runId: RunId) => [
    () => previewImport({ projectId, content: FILE }),
    () => startImport({ projectId, content: `${FILE} ` }),
    () => importCaptures({ projectId, content: `${FILE} ` }),
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
    await asOrg(made.orgId, async () => unwrap(await importCaptures(file)));
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
    expect(await asOrg(made.orgId, async () => unwrap(await startImport(file)))).toMatchObject({
      runId: null,
    });
    expect(await importedRows(inspect, made.projectId)).toEqual(before);
  },
);
