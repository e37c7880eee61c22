import fc from "fast-check";
import { expect, inject, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { measureRun, rebuildRollups } from "@/server/reports";
import { countAnew, readCounted } from "./testing/count-anew";
import { happen, happenings, newMarket } from "./testing/random-market";

const { inspect } = testDatabase();
const MARKETS = slice(inject("driver") === "neon" ? 2 : 8, 400);

/** Random markets, each compared with a count of all its answers after everything that happens to it. Returns the comparisons. */
async function compare(parameters: fc.Parameters<unknown>): Promise<number> {
  let compared = 0;
  const agreed = fc.asyncProperty(happenings, async (all) => {
    const market = await newMarket(inspect);
    for (const happening of all) {
      await happen(inspect, market, happening);
      expect(await readCounted(inspect, market)).toEqual(await countAnew(inspect, market));
      compared += 1;
    }
    const before = await readCounted(inspect, market);
    await asOrg(market.orgId, async () => unwrap(await rebuildRollups(market.project.projectId)));
    expect(await readCounted(inspect, market)).toEqual(before);
  });
  await fc.assert(agreed, parameters);
  return compared;
}

test(
  `${MARKETS} random markets: what is kept up run by run is what a count of all answers says, and what a rebuild leaves`,
  async () => {
    const seed = seedFor("rollups", `${MARKETS} markets`);
    const compared = await compare({ numRuns: MARKETS, seed, endOnFailure: true });
    report("rollups", `${MARKETS} markets, ${compared} comparisons, 0 differences`);
    expect(compared).toBeGreaterThan(MARKETS * 2);
  },
  slice(120_000, 3_600_000),
);

const mutations: Record<string, string> = {
  "a streak that is not changed again": "before update on insight.streak for each row",
  "a late window that is not counted":
    "before insert on insight.cell_week for each row when (new.window_start < '2026-09-14')",
  "a domain that is left out":
    "before insert on insight.source_week for each row when (new.domain like 'site-3%')",
  "engines that are not counted together":
    "before insert on insight.source_week for each row when (new.engine_id = '')",
};

test.each(Object.entries(mutations))("control: %s is found", async (_name, when) => {
  await inspect(
    "create or replace function public.forget() returns trigger language plpgsql as 'begin return null; end'",
  );
  const table = / on (\S+) /.exec(when)?.[1];
  await inspect(`create trigger forgetful ${when} execute function public.forget()`);
  try {
    await expect(compare({ numRuns: 60, endOnFailure: true })).rejects.toThrow(/Property failed/);
  } finally {
    await inspect(`drop trigger forgetful on ${table}`);
  }
});

test("streaks from before histories were kept are counted anew from all answers at the next run", async () => {
  const market = await newMarket(inspect);
  const hit = { prompt: 0, engine: 0, state: "answered", named: [0], sources: [] } as const;
  for (const day of [0, 7, 14]) await happen(inspect, market, { kind: "run", answers: [{ ...hit, day }] });
  await inspect("update insight.streak set since = null, outcomes = null, sandbox = null where org_id = $1", [
    market.orgId,
  ]);
  await inspect("delete from insight.cell_week where org_id = $1", [market.orgId]);
  await happen(inspect, market, { kind: "run", answers: [{ ...hit, day: 21 }] });
  expect(await readCounted(inspect, market)).toEqual(await countAnew(inspect, market));
  expect((await readCounted(inspect, market)).cells).toHaveLength(4);
});

test("two measurements of a project at once leave what one after the other would have", async () => {
  const market = await newMarket(inspect);
  const hit = {
    prompt: 0,
    engine: 0,
    day: 3,
    state: "answered",
    named: [0],
    sources: [{ site: 1, kind: "cited" }],
  } as const;
  for (let run = 0; run < 4; run += 1) await happen(inspect, market, { kind: "run", answers: [hit] });
  await inspect("delete from tracking.mention where org_id = $1", [market.orgId]);
  const measured = market.runs.map((runId) =>
    asOrg(market.orgId, async () => unwrap(await measureRun(runId))),
  );
  await Promise.all(measured);
  expect(await readCounted(inspect, market)).toEqual(await countAnew(inspect, market));
});
