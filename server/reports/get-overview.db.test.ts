import { expect, test } from "vitest";
import { brand, metricValue, panelVersion } from "@/db/schema";
import { asOrg, createTestOrg, createTestProject, inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type BrandId, newId, type OrgId, type PanelVersionId, type ProjectId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { METRICS } from "@/server/metrics";
import { getOverview } from "@/server/reports";
import type { Overview, OverviewInput } from "./contract";
import { measurePanelStreaks } from "./measure-panel-streaks";
import { seedWindow } from "./testing/seed-window";

const { inspect } = testDatabase();

const WEEKS = ["2026-10-19", "2026-10-26", "2026-11-02", "2026-11-09"] as const;

/** A project with an own brand and two rivals, a panel of two versions, and nothing measured. */
async function newProject(orgId: OrgId) {
  const { projectId, panelVersionId: first } = await createTestProject(orgId);
  const [own, early, late] = [newId<BrandId>(), newId<BrandId>(), newId<BrandId>()];
  const second = newId<PanelVersionId>();
  await inOrg(orgId, async (tx) => {
    await tx.insert(brand).values([
      { orgId, id: late, projectId, name: "Zebra", kind: "rival" },
      { orgId, id: own, projectId, name: "Middle", kind: "own" },
      { orgId, id: early, projectId, name: "Aardvark", kind: "rival" },
    ]);
    const [version] = await tx.select({ panelId: panelVersion.panelId }).from(panelVersion);
    if (!version) throw new Error("the factory made no panel version");
    await tx.insert(panelVersion).values({ orgId, id: second, panelId: version.panelId, version: 2 });
  });
  const brands = [
    { brandId: own, named: 6 },
    { brandId: early, named: 3 },
    { brandId: late, named: 9 },
  ];
  return { orgId, projectId, first, second, own, early, late, brands };
}

const overviewOf = (orgId: OrgId, input: OverviewInput): Promise<Overview> =>
  asOrg(orgId, async () => unwrap(await getOverview(input)));

/** Two engines, two versions of the panel, made-up and real windows, and a window that is withheld. */
async function fullProject() {
  const project = await newProject(await createTestOrg());
  const { first, second } = project;
  const google = { ...project, engineId: "google_ai_mode", surface: "serp" };
  await seedWindow({ ...project, panelVersionId: first, start: WEEKS[0] });
  await seedWindow({ ...project, panelVersionId: first, start: WEEKS[1], sandbox: true });
  await seedWindow({ ...project, panelVersionId: first, start: WEEKS[2] });
  await seedWindow({ ...project, panelVersionId: second, start: WEEKS[2] });
  await seedWindow({ ...project, panelVersionId: second, start: WEEKS[3], model: "model-2" });
  await seedWindow({ ...google, panelVersionId: first, start: WEEKS[2] });
  await seedWindow({ ...google, panelVersionId: first, start: WEEKS[3], cameBack: 5 });
  return project;
}

const names = ({ series }: Overview) =>
  series.map(({ engineId, surface, sandbox }) => `${engineId} ${surface} ${sandbox ? "sandbox" : "real"}`);

test("each engine, surface and kind of data is a series of its own, on the newest window", async () => {
  const { orgId, projectId } = await fullProject();
  const overview = await overviewOf(orgId, { projectId });
  expect(names(overview)).toEqual(["chatgpt api real", "chatgpt api sandbox", "google_ai_mode serp real"]);
  expect(overview.window).toEqual({ start: WEEKS[3], days: 7 });
  expect(overview.series.map(({ shown }) => shown?.window.start ?? "not measured")).toEqual([
    WEEKS[3],
    "not measured",
    WEEKS[3],
  ]);
  expect(overview.brands.map(({ name }) => name)).toEqual(["Middle", "Aardvark", "Zebra"]);
});

test("the numbers are the stored rows, every metric of the registry for every brand, to the last digit", async () => {
  const { orgId, projectId, second, brands } = await fullProject();
  const [chatgpt] = (await overviewOf(orgId, { projectId })).series;
  const stored = await inspect(
    `select metric_id, nullif(brand_id, '00000000-0000-0000-0000-000000000000') as brand_id, value, detail
     from insight.metric_value where project_id = $1 and panel_version_id = $2 and window_start = $3
       and engine_id = 'chatgpt'`,
    [projectId, second, WEEKS[3]],
  );
  const shown = chatgpt?.shown?.metrics ?? [];
  expect(shown).toHaveLength(stored.length);
  const perBrand = METRICS.filter((metric) => metric.scope === "brand").length;
  expect(shown).toHaveLength(perBrand * brands.length + METRICS.length - perBrand);
  for (const row of stored) {
    const found = shown.find((each) => each.metricId === row.metric_id && each.brandId === row.brand_id);
    expect(found, `${row.metric_id} ${row.brand_id}`).toMatchObject(row.detail as object);
    expect(found?.value).toBe(row.value);
  }
});

test("control: a row that is changed in the database is changed on the screen", async () => {
  const { orgId, projectId, own } = await fullProject();
  await inspect(
    `update insight.metric_value set detail = jsonb_set(detail, '{value}', '0.123')
     where project_id = $1 and brand_id = $2 and metric_id = 'presence' and window_start = $3`,
    [projectId, own, WEEKS[3]],
  );
  const [chatgpt] = (await overviewOf(orgId, { projectId })).series;
  expect(chatgpt?.shown?.metrics[0]).toMatchObject({ metricId: "presence", brandId: own, value: 0.123 });
});

test("of two panel versions in a window the newer is shown, the other named, and neither is averaged", async () => {
  const { orgId, projectId } = await fullProject();
  const [chatgpt] = (await overviewOf(orgId, { projectId, window: WEEKS[2] })).series;
  expect(chatgpt?.shown?.panel).toEqual({ name: "Test panel", version: 2 });
  expect(chatgpt?.otherPanels).toEqual([{ name: "Test panel", version: 1 }]);
  expect(chatgpt?.shown?.metrics[0]?.n).toBe(120);
});

test("the trend has every window and version, and says where the series breaks", async () => {
  const { orgId, projectId } = await fullProject();
  const { series } = await overviewOf(orgId, { projectId });
  const trend = series[0]?.trend.map(({ window, panel, breaks }) => [window.start, panel.version, breaks]);
  expect(trend).toEqual([
    [WEEKS[0], 1, []],
    [WEEKS[2], 1, []],
    [WEEKS[2], 2, ["panel"]],
    [WEEKS[3], 2, ["models"]],
  ]);
  expect(series[1]?.trend.map(({ window }) => window.start)).toEqual([WEEKS[1]]);
});

test("a withheld window has its counts and its completion, and no value, interval or bound", async () => {
  const { orgId, projectId, own } = await fullProject();
  const google = (await overviewOf(orgId, { projectId })).series.at(-1);
  const [presence] = google?.shown?.metrics ?? [];
  expect(presence).toMatchObject({ brandId: own, value: null, panel: null, market: null, drawing: null });
  expect(presence?.said).toBe("withheld: under 70 % of the asks came back");
  expect(google?.says.flat().map((part) => ("text" in part ? part.text : ""))).toEqual([
    "Completion",
    " is under 70 %: the other numbers of this window are withheld.",
  ]);
  expect(google?.shown?.metrics.find(({ metricId }) => metricId === "completion")?.value).toBe(0.5);
  expect(google?.prompts.total).toBe(0);
});

test("streaks are those that a run stores, and a made-up window never lengthens a real one", async () => {
  const project = await newProject(await createTestOrg());
  const { orgId, projectId, first: panelVersionId } = project;
  for (const start of WEEKS.slice(0, 3)) await seedWindow({ ...project, panelVersionId, start });
  const series = { projectId, panelVersionId, engineId: "chatgpt", surface: "api", sandbox: false };
  await inOrg(orgId, (tx) => measurePanelStreaks(tx, series));
  const stored = await inspect(
    `select brand_id, current, longest, broken_at from insight.streak
     where project_id = $1 and prompt_hash = ''`,
    [projectId],
  );
  const before = (await overviewOf(orgId, { projectId })).series[0]?.streaks ?? [];
  expect(stored).toHaveLength(3);
  for (const row of stored) {
    const shown = before.find(({ brandId }) => brandId === row.brand_id);
    expect(shown).toMatchObject({ current: row.current, longest: row.longest, brokenAt: row.broken_at });
  }
  expect(before.map(({ current }) => current)).toEqual([3, 0, 3]);

  await seedWindow({ ...project, panelVersionId, start: WEEKS[3], sandbox: true });
  const { series: after } = await overviewOf(orgId, { projectId });
  expect(after.map(({ sandbox, streaks }) => [sandbox, streaks[0]?.current])).toEqual([
    [false, undefined],
    [true, 1],
  ]);
  const earlier = await overviewOf(orgId, { projectId, window: WEEKS[1] });
  expect(earlier.series[0]?.streaks[0]).toMatchObject({ current: 2, longest: 2 });
});

test("a brand that was put away stays in windows that have it, and its stale row leaves a window measured since", async () => {
  const project = await newProject(await createTestOrg());
  const { orgId, projectId, first: panelVersionId, early } = project;
  await seedWindow({ ...project, panelVersionId, start: WEEKS[0] });
  await inspect("update tracking.brand set archived_at = now() where id = $1", [early]);
  const brandsOf = async () => (await overviewOf(orgId, { projectId })).brands.map(({ name }) => name);
  expect(await brandsOf()).toEqual(["Middle", "Aardvark", "Zebra"]);
  await inspect(
    "update insight.metric_value set computed_at = now() + interval '1 hour' where project_id = $1 and brand_id <> $2",
    [projectId, early],
  );
  expect(await brandsOf()).toEqual(["Middle", "Zebra"]);
});

test("the filter leaves out what it doesn't name, and what is left decides which window is the newest", async () => {
  const { orgId, projectId } = await fullProject();
  const onlySerp = await overviewOf(orgId, { projectId, surface: "serp" });
  expect(names(onlySerp)).toEqual(["google_ai_mode serp real"]);
  expect(names(await overviewOf(orgId, { projectId, engine: "grok" }))).toEqual([]);
  await inspect("delete from insight.metric_value where window_start = $1 and engine_id <> 'chatgpt'", [
    WEEKS[3],
  ]);
  const older = await overviewOf(orgId, { projectId, engine: "google_ai_mode" });
  expect(older.window?.start).toBe(WEEKS[2]);
});

test("a project without a measured window has brands, metrics and no series", async () => {
  const { orgId, projectId } = await newProject(await createTestOrg());
  const overview = await overviewOf(orgId, { projectId });
  expect(overview).toMatchObject({ window: null, series: [], targetPresence: 0.5 });
  expect(overview.metrics.map(({ id }) => id)).toEqual(METRICS.map(({ id }) => id));
});

test("a row of a metric that the registry no longer has is not shown", async () => {
  const project = await newProject(await createTestOrg());
  const { orgId, projectId, first: panelVersionId } = project;
  await seedWindow({ ...project, panelVersionId, start: WEEKS[0] });
  await inOrg(orgId, async (tx) => {
    const [row] = await tx.select().from(metricValue).limit(1);
    if (row) await tx.insert(metricValue).values({ ...row, metricId: "mood" });
  });
  const [series] = (await overviewOf(orgId, { projectId })).series;
  expect(series?.shown?.metrics.map(({ metricId }) => metricId)).not.toContain("mood");
});

test("another org's project is not found, and neither is one that isn't there", async () => {
  const { projectId } = await fullProject();
  const stranger = await createTestOrg();
  for (const id of [projectId, newId<ProjectId>()]) {
    const result = await asOrg(stranger, () => getOverview({ projectId: id }));
    expect(result.ok ? "found" : result.error.code).toBe("not_found");
  }
});
