import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { sandboxMarket } from "@/server/engines";
import type { AskId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { windowOf } from "@/server/metrics";
import { requestRun, reserveRun } from "@/server/runs";
import { createScene, driveRun, outside } from "@/server/runs/testing/run-scene";
import { readSampleRows } from "./read-sample";

const { inspect } = testDatabase();
outside();
const PROMPTS = sandboxMarket.prompts.slice(0, 5).map((prompt) => prompt.text);
const DAY = new Date("2026-10-20T09:30:00Z");

/** Five answers of an engine, and what the sample says of each. */
async function sampled(engineId: string) {
  const scene = await createScene({ credits: 200, prompts: PROMPTS });
  const { runId } = await asOrg(scene.orgId, async () =>
    unwrap(
      await requestRun({
        ...scene,
        engineIds: [engineId],
        idempotencyKey: "one",
        simulated: { observedAt: DAY },
      }),
    ),
  );
  await asOrg(scene.orgId, async () => unwrap(await reserveRun(runId)));
  const asks = await inspect("select id from tracking.ask where run_id = $1 order by id", [runId]);
  await driveRun(scene.orgId, runId, async () => asks.map(({ id }) => id as AskId));
  const [series] = await inspect(
    `select project_id as "projectId", panel_version_id as "panelVersionId", $2 as "engineId", sandbox,
       (select min(surface) from tracking.ask where run_id = $1) as surface
     from tracking.run where id = $1`,
    [runId, engineId],
  );
  const read = () =>
    asOrg(scene.orgId, async () =>
      unwrap(await withTenant(async (tx) => ok(await readSampleRows(tx, series as never, windowOf(DAY))))),
    );
  return { ...scene, runId, read };
}

test("each answer says whom it names in what order, at which places and how, and whose pages it cites and looked at", async () => {
  const { orgId, read } = await sampled("claude");
  const rows = await read();
  expect(rows).toHaveLength(PROMPTS.length);
  const mentions = await inspect(
    "select answer_id, brand_id, rank, stance, prominence from tracking.mention where org_id = $1 order by naming_order",
    [orgId],
  );
  const citations = await inspect(
    "select answer_id, kind, owner_brand_id from tracking.citation where org_id = $1 and kind <> 'linked'",
    [orgId],
  );
  for (const row of rows) {
    const said = mentions.filter(({ answer_id }) => answer_id === row.answerId);
    expect(row.named).toEqual(said.map(({ brand_id }) => brand_id));
    const ofBrand = (field: string) =>
      Object.fromEntries(
        said.filter((each) => each[field] !== null).map((each) => [each.brand_id, each[field]]),
      );
    expect(row.ranks).toEqual(ofBrand("rank"));
    expect(row.prominences).toEqual(ofBrand("prominence"));
    expect(row.stances).toEqual(ofBrand("stance"));
    const sources = citations.filter(({ answer_id }) => answer_id === row.answerId);
    const cited = sources.filter(({ kind }) => kind === "cited");
    expect(row.cited).toBe(cited.length);
    const owners = cited.map(({ owner_brand_id }) => owner_brand_id).filter((owner) => owner !== null);
    expect(row.citedOf).toEqual(
      Object.fromEntries([...Map.groupBy(owners, String)].map(([owner, all]) => [owner, all.length])),
    );
    const looked = sources.map(({ owner_brand_id }) => owner_brand_id).filter((owner) => owner !== null);
    expect(row.retrievedOwners).toEqual([...new Set(looked)].sort());
    const [answer] = await inspect("select search_triggered as searched from tracking.answer where id = $1", [
      row.answerId,
    ]);
    expect(row.searched).toBe(answer?.searched);
  }
  expect(mentions.length).toBeGreaterThan(0);
  expect(citations.some(({ kind, owner_brand_id }) => kind === "cited" && owner_brand_id !== null)).toBe(
    true,
  );
});

test("what an engine doesn't show is unknown, not nothing", async () => {
  const { read } = await sampled("google_ai_mode");
  const rows = await read();
  for (const { retrievedOwners, searched } of rows) {
    expect(retrievedOwners).toBeNull();
    expect(searched).toBeNull();
  }
  expect(rows.some(({ cited }) => cited > 0)).toBe(true);
});

test("checked pages are counted with those that support their sentence, unchecked ones are not", async () => {
  const { orgId, runId, read } = await sampled("claude");
  expect((await read()).map(({ checked }) => checked)).toEqual([0, 0, 0, 0, 0]);
  const outcomes = ["supports", "partly", "unsupported", "unchecked"];
  await inspect(
    `with looked as (
       insert into tracking.page_visit (org_id, run_id, url_sha256, url)
       select $1, $2, o, 'https://site.example/' || o from unnest($3::text[]) o returning url_sha256)
     insert into tracking.citation_check
       (org_id, answer_id, run_id, url_sha256, span_start, span_end, outcome, why, judged_by, confidence)
     select $1, (select min(id::text)::uuid from tracking.answer where run_id = $2), $2, url_sha256, 0, 1, url_sha256,
       'why', 'rules', 1 from looked`,
    [orgId, runId, outcomes],
  );
  const counted = (await read()).map(({ checked, supported }) => `${supported} of ${checked}`).sort();
  expect(counted).toEqual(["0 of 0", "0 of 0", "0 of 0", "0 of 0", "1 of 3"]);
});
