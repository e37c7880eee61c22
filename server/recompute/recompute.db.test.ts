import { describe, expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { recordImport, startImport } from "@/server/imports";
import { unwrap } from "@/server/kernel/result";
import { archiveBrand } from "@/server/projects";
import { cancelRecompute, getRecompute, recomputeBatch, startRecompute } from "@/server/recompute";
import { reviewer } from "@/server/review/testing/review-scene";
import { outside } from "@/server/runs/testing/run-scene";
import {
  allThatIsKnown,
  captures,
  driveRecompute,
  NEW_NAMES,
  OLD_NAMES,
  type ReadingScene,
  readingScene,
} from "./testing/reading-scene";

const { inspect } = testDatabase();
outside();

const statusOf = ({ within, projectId }: ReadingScene) => within(() => getRecompute({ projectId }));
const ledgerOf = ({ orgId }: ReadingScene) =>
  inspect("select * from credits.entry where org_id = $1 order by id", [orgId]);
const earlierOf = ({ orgId }: ReadingScene) =>
  inspect(
    `select engine_id, surface, window_start::text, metric_id, brand_id, value, detail, provenance
     from insight.earlier_value where org_id = $1 order by 1, 2, 3, 4, 5`,
    [orgId],
  );
const currentOf = ({ orgId }: ReadingScene) =>
  inspect(
    `select engine_id, surface, window_start::text, metric_id, brand_id, value, detail, provenance
     from insight.metric_value where org_id = $1 order by 1, 2, 3, 4, 5`,
    [orgId],
  );

describe("reading again", () => {
  test("leaves every fact, counted row and number that a fresh recording under the new names gives", async () => {
    const scene = await readingScene(captures(120));
    const fresh = await readingScene(captures(120), NEW_NAMES);
    // Control: the comparison tells the old reading from the new one, in facts, counted rows and numbers alike.
    const [before, wanted] = [await allThatIsKnown(inspect, scene), await allThatIsKnown(inspect, fresh)];
    const tables = (lines: readonly string[]) => new Set(lines.map((line) => line.split(" ")[0]));
    expect(tables(before.filter((line) => !wanted.includes(line)))).toEqual(
      new Set([
        "insight.cell_week",
        "insight.metric_value",
        "insight.source_week",
        "insight.streak",
        "tracking.citation",
        "tracking.mention",
      ]),
    );
    await scene.rename();
    await driveRecompute(scene, await scene.start());
    expect(await allThatIsKnown(inspect, scene)).toEqual(wanted);
    expect(wanted.length).toBeGreaterThan(500);
  });

  test("keeps the numbers of before as they stood, and says how far it was", async () => {
    const scene = await readingScene(captures(60));
    const old = await currentOf(scene);
    expect(await statusOf(scene)).toEqual({ stale: 0, latest: null });
    await scene.rename();
    expect(await statusOf(scene)).toEqual({ stale: 60, latest: null });
    const recomputeId = await scene.start();
    expect((await statusOf(scene)).latest).toMatchObject({ state: "requested", total: 60, done: 0 });
    await driveRecompute(scene, recomputeId);
    expect(await statusOf(scene)).toMatchObject({
      stale: 0,
      latest: { state: "done", total: 60, done: 60, unread: 0, failure: null },
    });
    expect(await earlierOf(scene)).toEqual(old);
    expect(await currentOf(scene)).not.toEqual(old);
  });

  test("is refused where nothing was read the old way, and a second start finds the first", async () => {
    const scene = await readingScene(captures(3));
    const { projectId, orgId } = scene;
    const start = () => asOrg(orgId, () => startRecompute({ projectId }));
    expect(await start()).toMatchObject({ ok: false, error: { code: "conflict" } });
    await scene.rename();
    const [first, ...others] = await Promise.all([start(), start(), start()]);
    expect(first).toMatchObject({ ok: true, value: { total: 3 } });
    expect(others).toEqual([first, first]);
    expect(await inspect("select 1 from tracking.recompute where org_id = $1", [orgId])).toHaveLength(1);
    const asViewer = asOrg(orgId, () => cancelRecompute({ projectId }), reviewer("viewer"));
    expect(await asViewer).toMatchObject({ ok: false, error: { code: "forbidden" } });
  });

  test("charges nothing and buys nothing, however often each step is run", async () => {
    const scene = await readingScene(captures(60));
    const fresh = await readingScene(captures(60), NEW_NAMES);
    const ledger = await ledgerOf(scene);
    await scene.rename();
    const recomputeId = await scene.start();
    await driveRecompute(scene, recomputeId);
    await driveRecompute(scene, recomputeId);
    await scene.rename(OLD_NAMES);
    await driveRecompute(scene, await scene.start());
    await scene.rename(NEW_NAMES);
    await driveRecompute(scene, await scene.start());
    expect(await allThatIsKnown(inspect, scene)).toEqual(await allThatIsKnown(inspect, fresh));
    expect(await ledgerOf(scene)).toEqual(ledger);
    const calls = await inspect("select sum(calls)::int as n from tracking.ask where org_id = $1", [
      scene.orgId,
    ]);
    expect(calls).toEqual(
      await inspect("select sum(calls)::int as n from tracking.ask where org_id = $1", [fresh.orgId]),
    );
  });

  test("stopped, it leaves what was read again with the numbers of all answers, and the rest is offered again", async () => {
    const scene = await readingScene(captures(60));
    const { projectId, within } = scene;
    await scene.rename();
    const recomputeId = await scene.start();
    await inspect(
      "update tracking.answer set brand_set_version = 'kept' where org_id = $1 and text like '%Hv%'",
      [scene.orgId],
    );
    await within(() => cancelRecompute({ projectId }));
    await within(() => cancelRecompute({ projectId }));
    await driveRecompute(scene, recomputeId);
    expect(await statusOf(scene)).toMatchObject({ stale: 60, latest: { state: "cancelled", done: 0 } });
    const after = asOrg(scene.orgId, () => cancelRecompute({ projectId }));
    expect(await after).toMatchObject({ ok: false, error: { code: "conflict" } });
    await driveRecompute(scene, await scene.start());
    expect(await statusOf(scene)).toMatchObject({ stale: 0, latest: { state: "done", done: 60 } });
  });

  test("nothing is left of a rival that was put away before, and its old series stays", async () => {
    const scene = await readingScene(captures(40));
    const { projectId, rivalId } = scene;
    await scene.within(() => archiveBrand({ projectId, brandId: rivalId }));
    await driveRecompute(scene, await scene.start());
    const rows = (table: string) =>
      inspect(`select 1 from ${table} where org_id = $1 and brand_id = $2`, [scene.orgId, rivalId]);
    for (const table of ["tracking.mention", "insight.metric_value", "insight.streak"])
      expect(await rows(table), table).toEqual([]);
    expect((await rows("insight.earlier_value")).length).toBeGreaterThan(10);
  });

  test("a body that can't be read leaves the old facts and a note with the reason, never a silent zero", async () => {
    const scene = await readingScene(captures(12));
    const { orgId } = scene;
    const named = () =>
      inspect(
        `select m.answer_id, m.brand_id, m.spans from tracking.mention m join tracking.answer w on w.id = m.answer_id
         where m.org_id = $1 and w.text like '%Halvorn%' order by 1, 2`,
        [orgId],
      );
    const before = await named();
    expect(before.length).toBeGreaterThan(2);
    await inspect(
      `update tracking.raw_body b set body = '\\x00' from tracking.answer w
       where w.org_id = $1 and w.ask_id = b.ask_id and w.text like '%Halvorn%'`,
      [orgId],
    );
    const [some] = await inspect(
      "select id, ask_id from tracking.answer where org_id = $1 and text like '%Hv%'",
      [orgId],
    );
    await inspect("update tracking.raw_body set sha256 = 'another' where ask_id = $1", [some?.ask_id]);
    await scene.rename();
    await driveRecompute(scene, await scene.start());
    expect(await named()).toEqual(before);
    const { stale, latest } = await statusOf(scene);
    expect({ stale, done: latest?.done, state: latest?.state }).toEqual({
      stale: 0,
      done: 12,
      state: "done",
    });
    expect(latest?.unread).toBe(new Set(before.map(({ answer_id }) => answer_id)).size + 1);
    expect(new Set(latest?.unreadAnswers.map(({ reason }) => reason))).toEqual(
      new Set([
        "The stored response is damaged: it can't be unpacked.",
        "The engine's own response isn't stored any more.",
      ]),
    );
    // Control: what could be read was; and other names are a reason to look again.
    const [read] = await inspect(
      "select count(*)::int as n from tracking.mention m join tracking.answer w on w.id = m.answer_id where m.org_id = $1 and m.brand_id = $2 and w.text like '%Hv%'",
      [orgId, scene.ownBrandId],
    );
    expect(Number(read?.n)).toBeGreaterThan(0);
    await scene.rename({ ...NEW_NAMES, aliases: ["Hv Desks", "Halv"] });
    expect((await statusOf(scene)).stale).toBe(12);
  });
});

describe("at the same time", () => {
  test("answers that come in while the others are read again are all read with the new names, once", async () => {
    const scene = await readingScene(captures(80));
    const fresh = await readingScene(captures(80), NEW_NAMES);
    await fresh.import(captures(40, 80));
    const { projectId, within } = scene;
    const started = await within(() =>
      startImport({ projectId, format: "jsonl", content: captures(40, 80), idempotencyKey: "more" }),
    );
    const { runId } = started;
    if (runId === null) throw new Error("nothing new came in");
    await scene.rename();
    const recomputeId = await scene.start();
    await Promise.all([driveRecompute(scene, recomputeId), within(() => recordImport(runId))]);
    expect(await allThatIsKnown(inspect, scene)).toEqual(await allThatIsKnown(inspect, fresh));
  });

  test("eight workers at once read each answer once", async () => {
    const scene = await readingScene(captures(120));
    const fresh = await readingScene(captures(120), NEW_NAMES);
    await scene.rename();
    const recomputeId = await scene.start();
    const batch = async () => {
      const read = await asOrg(scene.orgId, () => recomputeBatch(recomputeId));
      if (!read.ok && read.error.code !== "busy") throw read.error;
    };
    await Promise.all(Array.from({ length: 8 }, batch));
    await driveRecompute(scene, recomputeId);
    expect((await statusOf(scene)).latest).toMatchObject({ state: "done", total: 120, done: 120 });
    expect(await allThatIsKnown(inspect, scene)).toEqual(await allThatIsKnown(inspect, fresh));
  });

  test("brands that change half way count from then on, for every answer", async () => {
    const scene = await readingScene(captures(120), NEW_NAMES);
    const fresh = await readingScene(captures(120), { ...NEW_NAMES, aliases: ["Hv Desks", "Nobody"] });
    await scene.rename(OLD_NAMES);
    const recomputeId = await scene.start();
    await inspect("update tracking.answer set extractor_version = 'old' where org_id = $1", [scene.orgId]);
    await scene.rename({ ...NEW_NAMES, aliases: ["Hv Desks", "Nobody"] });
    await driveRecompute(scene, recomputeId);
    expect((await statusOf(scene)).stale).toBe(0);
    expect(await allThatIsKnown(inspect, scene)).toEqual(await allThatIsKnown(inspect, fresh));
  });
});

describe("another org", () => {
  test("gets nothing of it by its ids, and changes nothing", async () => {
    const scene = await readingScene(captures(10));
    await scene.rename();
    const recomputeId = await scene.start();
    const other = await createTestOrg();
    const { projectId } = scene;
    const before = await allThatIsKnown(inspect, scene);
    const codes = await asOrg(other, async () =>
      Promise.all([
        getRecompute({ projectId }),
        startRecompute({ projectId }),
        cancelRecompute({ projectId }),
        recomputeBatch(recomputeId),
      ]),
    );
    expect(codes.map((each) => (each.ok ? "ok" : each.error.code))).toEqual(Array(4).fill("not_found"));
    expect(await allThatIsKnown(inspect, scene)).toEqual(before);
    expect((await statusOf(scene)).latest).toMatchObject({ state: "requested", done: 0 });
    // Control: its own org's job reads them.
    expect(unwrap(await asOrg(scene.orgId, () => recomputeBatch(recomputeId)))).toEqual({ left: false });
    expect((await statusOf(scene)).latest).toMatchObject({ state: "measuring", done: 10 });
  });
});
