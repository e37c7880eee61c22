import { expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { listSources } from "@/server/reports";
import type { ListSourcesInput, SourcesPage } from "./contract";
import { happen, type Market, newMarket, type RandomAnswer } from "./testing/random-market";

const { inspect } = testDatabase();

const answer = (engine: number, sites: readonly number[], day = 1): RandomAnswer => ({
  prompt: 0,
  engine,
  day,
  state: "answered",
  named: [],
  sources: sites.map((site) => ({ site, kind: "cited" })),
});

async function marketOf(answers: readonly RandomAnswer[]): Promise<Market> {
  const market = await newMarket(inspect);
  await happen(inspect, market, { kind: "run", answers });
  return market;
}

const sourcesOf = ({ orgId, project }: Market, input: Partial<ListSourcesInput> = {}): Promise<SourcesPage> =>
  asOrg(orgId, async () => unwrap(await listSources({ projectId: project.projectId, ...input })));

const shares = ({ rows }: SourcesPage) =>
  rows.map(({ domain, share }) => [domain, Math.round(share * 1000) / 1000]);

test("each answer's citations weigh 1 together, the highest share first, with the engines that cite it", async () => {
  const market = await marketOf([answer(0, [1, 2]), answer(0, [1]), answer(1, [0, 1, 1, 1])]);
  const page = await sourcesOf(market);
  expect(shares(page)).toEqual([
    ["site-1.example", 0.75],
    ["site-2.example", 0.167],
    ["site-0.example", 0.083],
  ]);
  expect(page.rows.map(({ engines, cited, owner }) => [engines, cited, owner])).toEqual([
    [["ChatGPT", "Claude"], 3, null],
    [["ChatGPT"], 1, null],
    [["Claude"], 1, { name: "Halvorn", own: true }],
  ]);
  expect(page.scope).toMatchObject({ surface: "api", sandbox: true, answers: 3, otherSurfaces: [] });
});

test("an engine, a class and a window narrow it; shares are of what the engine cites", async () => {
  const market = await marketOf([answer(0, [1, 2]), answer(1, [0, 1]), answer(0, [3], 8)]);
  expect(shares(await sourcesOf(market))).toEqual([["site-3.example", 1]]);
  const window = "2026-09-07";
  expect(shares(await sourcesOf(market, { window, engine: "claude" }))).toEqual([
    ["site-0.example", 0.5],
    ["site-1.example", 0.5],
  ]);
  expect(shares(await sourcesOf(market, { window, class: "own" }))).toEqual([["site-0.example", 0.25]]);
  expect(await sourcesOf(market, { window: "2026-08-31" })).toEqual({ scope: null, rows: [], next: null });
});

test("its pages hold every domain once, in the order of their share", async () => {
  const market = await marketOf(Array.from({ length: 130 }, (_, nth) => answer(0, [10 + (nth % 120)])));
  const seen: string[] = [];
  let cursor: SourcesPage["next"] = null;
  do {
    const page: SourcesPage = await sourcesOf(market, { cursor });
    expect(page.rows.length).toBe(page.next ? 50 : 20);
    seen.push(...page.rows.map(({ domain }) => domain));
    cursor = page.next;
  } while (cursor);
  expect(new Set(seen).size).toBe(120);
  expect(seen.slice(0, 2)).toEqual(["site-10.example", "site-11.example"]);
});

test("another org's project is not found", async () => {
  const { project } = await marketOf([answer(0, [1])]);
  const other = await createTestOrg();
  const refused = await asOrg(other, () => listSources({ projectId: project.projectId }));
  expect(refused.ok ? "listed" : refused.error.code).toBe("not_found");
});
