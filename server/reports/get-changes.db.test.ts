import { expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { getChanges } from "@/server/reports";
import { FIRST_DAY, happen, type Market, newMarket, type RandomAnswer } from "./testing/random-market";

const { inspect } = testDatabase();
const PROMPTS = 12;
const DAYS = 5;

/** A week in which the own brand is in `own` of five answers, and a rival in two of five; the other rival in none. */
function week(firstDay: number, own: number): RandomAnswer[] {
  return Array.from({ length: PROMPTS * DAYS }, (_, index) => {
    const [prompt, day] = [index % PROMPTS, Math.floor(index / PROMPTS)];
    const turn = (prompt + day) % DAYS;
    const named = [...(turn < own ? [0] : []), ...(turn % 3 === 1 ? [1] : [])];
    return { prompt, day: firstDay + day, engine: 0, state: "answered", named, sources: [] };
  });
}

async function twoWeeks(before: number, after: number): Promise<Market> {
  const market = await newMarket(inspect, PROMPTS + 1);
  await happen(inspect, market, { kind: "run", answers: week(0, before) });
  await happen(inspect, market, { kind: "run", answers: week(7, after) });
  return market;
}

const changesOf = ({ orgId, project: { projectId } }: Market, filter: { window?: string } = {}) =>
  asOrg(orgId, async () => unwrap(await getChanges({ projectId, ...filter })));

const presenceOf = async (market: Market) => {
  const [series] = (await changesOf(market)).series;
  return market.brands.map(
    (id) =>
      series?.changes.find(({ brandId, metricId }) => brandId === id && metricId === "presence")?.verdict,
  );
};

test("a brand that is named far more often has changed, its rivals have not, and each says what would have been found", async () => {
  const market = await twoWeeks(1, 4);
  const [own, rival, unnamed] = await presenceOf(market);
  expect(own).toMatchObject({ kind: "changed", difference: expect.closeTo(0.6, 9), prompts: PROMPTS });
  expect(rival).toMatchObject({ kind: "no_detectable_change", difference: expect.closeTo(0, 9) });
  expect(unnamed).toMatchObject({ kind: "no_detectable_change", difference: 0 });
  const [series] = (await changesOf(market)).series;
  expect(series).toMatchObject({ engineId: "chatgpt", baseline: { start: FIRST_DAY, days: 7 } });
  expect(series?.changes).toHaveLength(2 * market.brands.length);
  expect(series?.changes[0]?.said).toMatch(/^changed: \+60\.0 points/);
});

test("control: a week like the one before has changed for nobody", async () => {
  for (const verdict of await presenceOf(await twoWeeks(2, 2))) {
    expect(verdict).toMatchObject({ kind: "no_detectable_change" });
  }
});

test("weeks that were read with different brand sets aren't compared, and it says so", async () => {
  const market = await twoWeeks(1, 4);
  await inspect(
    "update tracking.answer set brand_set_version = 'set-2' where org_id = $1 and observed_at >= '2026-09-14'",
    [market.orgId],
  );
  for (const verdict of await presenceOf(market))
    expect(verdict).toEqual({ kind: "series_break", parts: ["brand_set"] });
});

test("the first window has nothing before it; another org's project isn't there", async () => {
  const market = await twoWeeks(1, 4);
  expect((await changesOf(market, { window: FIRST_DAY })).series).toEqual([
    expect.objectContaining({ baseline: null, changes: [] }),
  ]);
  const other = await createTestOrg();
  const { projectId } = market.project;
  const refused = await asOrg(other, () => getChanges({ projectId }));
  expect(refused.ok ? null : refused.error.code).toBe("not_found");
});
