import { expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { getFalseAlarms } from "@/server/reports";
import { happen, type Market, newMarket, type RandomAnswer } from "./testing/random-market";

const { inspect } = testDatabase();
const PROMPTS = 12;
const DAYS = 7;

/**
 * A week of two engines, each prompt twice a day: the own brand in half of the answers whatever the day, a rival in a
 * third. With `pushed` the own brand is in every answer of every other day, and in none of the days between.
 */
function week(firstDay: number, pushed = false): RandomAnswer[] {
  return Array.from({ length: PROMPTS * DAYS * 2 * 2 }, (_, index) => {
    const prompt = index % PROMPTS;
    const day = Math.floor(index / PROMPTS) % DAYS;
    const engine = Math.floor(index / PROMPTS / DAYS) % 2;
    const turn = Math.floor(index / PROMPTS / DAYS / 2);
    const own = pushed && engine === 0 ? (firstDay + day) % 2 === 0 : (prompt + turn) % 2 === 0;
    const named = [...(own ? [0] : []), ...((prompt + day) % 3 === 0 ? [1] : [])];
    return { prompt, day: firstDay + day, engine, state: "answered", named, sources: [] };
  });
}

async function marketOf(...weeks: readonly RandomAnswer[][]): Promise<Market> {
  const market = await newMarket(inspect, PROMPTS + 1);
  for (const answers of weeks) await happen(inspect, market, { kind: "run", answers });
  return market;
}

const checked = ({ orgId, project: { projectId } }: Market) =>
  asOrg(orgId, async () => unwrap(await getFalseAlarms({ projectId })));

test("fortnights in which nothing happened raise no alarm, and every number is the sum of its engines' ones", async () => {
  const { windows, engines, total } = await checked(await marketOf(week(0), week(7), week(14)));
  expect(windows.map(({ start }) => start)).toEqual(["2026-09-21", "2026-09-14", "2026-09-07"]);
  expect(engines.map(({ engine, clusters }) => [engine, clusters])).toEqual([
    ["ChatGPT", 2],
    ["Claude", 2],
  ]);
  // Presence of two brands; nobody cites, and the third is named by nobody.
  expect(total).toMatchObject({ tested: 2 * 2 * 2, alike: 2 * 2 * 4, clusters: 4, refused: {} });
  expect(total.changed).toMatchObject({ count: 0, share: 0, interval: { low: 0, high: expect.any(Number) } });
  for (const key of ["tested", "alike", "clusters"] as const)
    expect(engines.reduce((sum, engine) => sum + engine[key], 0)).toBe(total[key]);
  for (const key of ["changed", "significant", "apart"] as const)
    expect(engines.reduce((sum, engine) => sum + engine[key].count, 0)).toBe(total[key].count);
});

test("control: days that were really pushed are called changed, on the engine where they were", async () => {
  const { engines } = await checked(await marketOf(week(0, true), week(7, true)));
  expect(engines.map(({ engine, changed, tested }) => [engine, changed.count, tested])).toEqual([
    ["ChatGPT", 1, 2],
    ["Claude", 0, 2],
  ]);
});

test("days that were asked with another model aren't held against each other, and a single day isn't split", async () => {
  const market = await marketOf(week(0));
  await inspect(
    `update tracking.answer set model_served = 'other' where org_id = $1 and engine_id = 'claude'
     and extract(isodow from observed_at)::int % 2 = 0`,
    [market.orgId],
  );
  const { engines, total } = await checked(market);
  expect(engines.map(({ engine, tested, refused }) => [engine, tested, refused])).toEqual([
    ["ChatGPT", 2, {}],
    ["Claude", 0, { series_break: 6 }],
  ]);
  expect(total.refused).toEqual({ series_break: 6 });
  const single = await marketOf(week(0).filter(({ day }) => day === 0));
  expect((await checked(single)).total).toMatchObject({ tested: 0, refused: { few_prompts: 12 } });
});

test("no more than the newest twelve weeks are read", async () => {
  const market = await marketOf(...Array.from({ length: 13 }, (_, nth) => week(7 * nth).slice(0, 40)));
  const { windows } = await checked(market);
  expect(windows).toHaveLength(12);
  expect(windows.at(-1)?.start).toBe("2026-09-14");
});

test("answers read for made-up brands are counted, with those in which one was found", async () => {
  const market = await marketOf(week(0));
  expect((await checked(market)).total.controls).toEqual({ answers: 0, found: 0 });
  await inspect("update tracking.answer set controls = '{}' where org_id = $1", [market.orgId]);
  await inspect(
    `update tracking.answer set controls = '{Zorvane}' where id in
     (select id from tracking.answer where org_id = $1 and engine_id = 'claude' order by id limit 3)`,
    [market.orgId],
  );
  await happen(inspect, market, { kind: "run", answers: week(7) });
  const asks = PROMPTS * DAYS * 2;
  const run = market.runs[0];
  expect(run).toBeDefined();
  await happen(inspect, market, { kind: "decision", nth: 0, brand: 2 });
  const { engines } = await checked(market);
  expect(engines.map(({ engine, controls }) => [engine, controls])).toEqual([
    ["ChatGPT", { answers: asks, found: 0 }],
    ["Claude", { answers: asks, found: 3 }],
  ]);
});

test("a project without answers has no share; another org's project isn't there", async () => {
  const market = await newMarket(inspect);
  expect(await checked(market)).toMatchObject({
    windows: [],
    engines: [],
    total: { tested: 0, changed: { share: null } },
  });
  const other = await createTestOrg();
  const { projectId } = market.project;
  const refused = await asOrg(other, () => getFalseAlarms({ projectId }));
  expect(refused.ok ? null : refused.error.code).toBe("not_found");
});
