import { describe, expect, test, vi } from "vitest";
import { asOrg, createTestRun } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { AnswerFilter, listAnswers } from "@/server/answers";
import type { AnswerPage } from "@/server/answers/contract";
import type { Actor } from "@/server/kernel/context";
import { newId, type OrgId, PromptId, type UserId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { createProject } from "@/server/projects";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { openExport } from "./open-export";
import { ADDRESS, createExportScene, exportRows } from "./testing/export-scene";

const { inspect } = testDatabase();
outside();

/** Asks without answers in the project of `createScene`, under random ids. */
async function addAsks(runId: string, count: number): Promise<string[]> {
  const rows = await inspect(
    `insert into tracking.ask (org_id, id, run_id, prompt_id, engine_id, surface, locale, repeat, observed_at, credits, state)
     select r.org_id, gen_random_uuid(), r.id, q.id, 'chatgpt', 'api', 'en-US',
       (select count(*) from tracking.ask where run_id = r.id) + n, now(), 1, 'planned'
     from tracking.run r join tracking.prompt q on q.panel_version_id = r.panel_version_id, generate_series(1, $2::int) n
     where r.id = $1 returning id`,
    [runId, count],
  );
  return rows.map(({ id }) => String(id));
}

async function manyAsks(count: number) {
  const scene = await createScene({ credits: 1, prompts: ["Which desk?"] });
  const [prompt] = await inspect("select id from tracking.prompt where panel_version_id = $1", [
    scene.panelVersionId,
  ]);
  const { runId } = await createTestRun(
    scene.orgId,
    { ...scene, promptIds: [PromptId.parse(prompt?.id)] },
    { asks: 0 },
  );
  return { ...scene, runId, askIds: await addAsks(runId, count) };
}

const open = (orgId: OrgId, table: string, actor?: Actor) =>
  asOrg(orgId, () => openExport({ ...ADDRESS, table }), actor);
const idsIn = (text: string) => [...text.matchAll(/^([0-9a-f-]{36}),/gm)].map(([, id]) => id ?? "");

describe("a file of 5,000 rows", () => {
  test("holds each row once, though rows come in before and behind while it is read", async () => {
    const scene = await manyAsks(5_000);
    const { body } = unwrap(await open(scene.orgId, "asks"));
    const found: string[] = [];
    const added: string[] = [];
    for await (const chunk of body) {
      found.push(...idsIn(new TextDecoder().decode(chunk)));
      if (added.length < 1_200) added.push(...(await addAsks(scene.runId, 300)));
      const [open] = await inspect(
        `select count(*)::int as n from pg_stat_activity
         where datname = current_database() and usename = 'citestreak_app' and state like 'idle in transaction%'`,
      );
      expect(open?.n).toBe(0);
    }
    expect(new Set(found).size).toBe(found.length);
    expect(scene.askIds.filter((id) => !found.includes(id))).toEqual([]);
    // Pages are read when they are asked for: some of what came in meanwhile is there.
    const late = added.filter((id) => found.includes(id)).length;
    expect(late).toBeGreaterThan(0);
    expect(late).toBeLessThan(added.length);
  });

  test("would hold rows twice if pages were counted instead of keyed", async () => {
    const scene = await manyAsks(5_000);
    const found: string[] = [];
    for (let offset = 0; offset < 5_000; offset += 1_000) {
      const rows = await inspect(
        "select id from tracking.ask where run_id = $1 order by id limit 1000 offset $2",
        [scene.runId, offset],
      );
      found.push(...rows.map(({ id }) => String(id)));
      await addAsks(scene.runId, 300);
    }
    expect(new Set(found).size).toBeLessThan(found.length);
  });

  test("that can't be read to its end breaks off, and never looks whole", async () => {
    const logged = vi.spyOn(logger, "error").mockImplementation(() => {});
    const scene = await manyAsks(2_500);
    const { body } = unwrap(await open(scene.orgId, "asks"));
    const reader = body.getReader();
    expect((await reader.read()).done).toBe(false);
    await inspect("revoke select on tracking.ask from citestreak_app");
    const rest = async () => {
      while (!(await reader.read()).done);
    };
    await expect(rest()).rejects.toThrow();
    await inspect("grant select on tracking.ask to citestreak_app");
    expect(logged).toHaveBeenCalledOnce();
    logged.mockRestore();
  });
});

test("a ledger of several pages holds each entry once", async () => {
  const scene = await createScene({ credits: 1, prompts: ["Which desk?"] });
  await inspect(
    `insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
     select org_id, lot_id, n, 'adjust', 'adjust:' || n, 'org', 'x', 'system:test'
     from credits.entry, generate_series(1, 450) n where org_id = $1`,
    [scene.orgId],
  );
  const rows = await exportRows(scene.orgId, "ledger");
  expect(new Set(rows.map((row) => row.entry_id)).size).toBe(451);
  expect(rows).toHaveLength(451);
  expect(rows.reduce((sum, row) => sum + Number(row.amount), 0)).toBe(1 + (450 * 451) / 2);
});

test("the file is named after project, table and day, and begins with the mark that Excel needs", async () => {
  const scene = await createScene({ credits: 1, prompts: ["Which desk?"] });
  const { fileName, body } = await asOrg(scene.orgId, async () =>
    unwrap(await openExport({ ...ADDRESS, table: "brands" }, new Date("2026-11-20T23:59:00Z"))),
  );
  expect(fileName).toBe("citestreak-desks-brands-2026-11-20.csv");
  const bytes = new Uint8Array(await new Response(body).arrayBuffer());
  expect([...bytes.slice(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  const empty = await exportRows(scene.orgId, "answers");
  expect(empty).toEqual([]);
});

test("every role may take data away, and nobody another org's", async () => {
  const [mine, theirs] = [
    await createExportScene(inspect),
    await createScene({ credits: 1, prompts: ["Mine?"] }),
  ];
  const viewer: Actor = { kind: "user", userId: newId<UserId>(), role: "viewer" };
  expect((await open(mine.orgId, "answers", viewer)).ok).toBe(true);
  await asOrg(mine.orgId, async () =>
    unwrap(
      await createProject({
        workspaceId: mine.workspaceId,
        name: "Only mine",
        own: { name: "Halvorn" },
        rivals: [],
      }),
    ),
  );
  const onlyMine = { workspace: "main", project: "only-mine", table: "answers" };
  expect((await asOrg(mine.orgId, () => openExport(onlyMine))).ok).toBe(true);
  expect(await asOrg(theirs.orgId, () => openExport(onlyMine))).toMatchObject({
    error: { code: "not_found" },
  });
  expect(await open(mine.orgId, "users")).toMatchObject({ error: { code: "not_found" } });
  // The same address in another org is that org's own project.
  expect((await exportRows(theirs.orgId, "prompts")).map((row) => row.text)).toEqual(["Mine?"]);
  // Asked for by another org's id, the filter finds nothing, and not everything.
  expect(await exportRows(theirs.orgId, "answers", { run: mine.runId })).toEqual([]);
});

describe("a filtered file", () => {
  test("holds exactly the answers that the filtered list shows, and their mentions and citations", async () => {
    const scene = await createExportScene(inspect);
    const { projectId, orgId } = scene;
    const all = await exportRows(orgId, "answers");
    const promptId = all[0]?.prompt_id ?? "";
    const filters: Record<string, string>[] = [
      { engine: "chatgpt" },
      { surface: "capture" },
      { window: "2025-09-29" },
      { from: "2025-10-03", to: "2025-10-09" },
      { run: scene.runId },
      { brand: scene.ownBrandId },
      { without: scene.ownBrandId },
      { cited: scene.ownBrandId },
      { domain: "b.ex" },
      { stance: "recommended" },
      { class: "own" },
      { page: "home" },
      { prompt: promptId },
      { q: "neither" },
      { engine: "google_ai_mode", surface: "capture", brand: scene.ownBrandId, q: "halvorn -verticore" },
      { state: "refused" },
    ];
    for (const filter of filters) {
      const shown = await asOrg(orgId, () => listAll(projectId, filter));
      const file = (await exportRows(orgId, "answers", filter)).map((row) => row.answer_id);
      expect(file.toSorted(), JSON.stringify(filter)).toEqual(shown.toSorted());
      expect(file.length, JSON.stringify(filter)).toBeLessThan(all.length);
      for (const [table, stored] of [
        ["mentions", "tracking.mention"],
        ["citations", "tracking.citation"],
      ] as const) {
        const rows = await exportRows(orgId, table, filter);
        const [expected] = await inspect(
          `select count(*)::int as n from ${stored} where answer_id = any($1)`,
          [shown],
        );
        expect(rows.length, `${table} ${JSON.stringify(filter)}`).toBe(expected?.n);
        expect(rows.every((row) => shown.includes(row.answer_id ?? ""))).toBe(true);
      }
    }
    // No key of the list's filter is left untried, and one that can't be read narrows neither.
    expect(new Set(filters.flatMap(Object.keys))).toEqual(new Set(Object.keys(AnswerFilter.shape)));
    expect(await exportRows(orgId, "answers", { window: "soon", brand: "x" })).toHaveLength(all.length);
  });

  test("of numbers, runs and asks is narrowed by the same keys", async () => {
    const { orgId, runId, ownBrandId } = await createExportScene(inspect);
    const count = async (table: string, filter: Record<string, string>) =>
      (await exportRows(orgId, table, filter)).length;
    const only = async (table: string, filter: Record<string, string>, column: string) => {
      const rows = await exportRows(orgId, table, filter);
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.length).toBeLessThan(await count(table, {}));
      return [...new Set(rows.map((row) => row[column]))];
    };
    for (const table of ["metrics", "streaks", "asks"]) {
      expect(await only(table, { engine: "chatgpt" }, "engine_id")).toEqual(["chatgpt"]);
      expect(await only(table, { surface: "capture" }, "surface")).toEqual(["capture"]);
    }
    expect(await only("metrics", { window: "2025-09-29" }, "window_start")).toEqual(["2025-09-29"]);
    expect(await only("metrics", { metric: "presence" }, "metric_id")).toEqual(["presence"]);
    expect(await only("metrics", { brand: ownBrandId }, "brand_id")).toEqual([ownBrandId]);
    expect(await only("asks", { run: runId }, "run_id")).toEqual([runId]);
    expect(await only("runs", { surface: "capture" }, "kind")).toEqual(["import"]);
    expect(await only("runs", { run: runId }, "run_id")).toEqual([runId]);
    expect(await count("asks", { state: "answered" })).toBe(await count("asks", {}));
    expect(await count("asks", { state: "planned" })).toBe(0);
  });
});

async function listAll(
  projectId: Parameters<typeof listAnswers>[0]["projectId"],
  filter: Record<string, string>,
) {
  const ids: string[] = [];
  for (let cursor: Parameters<typeof listAnswers>[0]["cursor"] = null; ; ) {
    const page: AnswerPage = unwrap(await listAnswers({ projectId, ...AnswerFilter.parse(filter), cursor }));
    ids.push(...page.rows.map((row) => row.answerId));
    if (page.next === null) return ids;
    cursor = page.next;
  }
}
