import { expect, test } from "vitest";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { unwrap } from "@/server/kernel/result";
import { happen, type Market, newMarket, type RandomAnswer } from "@/server/reports/testing/random-market";
import { getSource, listSources } from "@/server/sources";
import type { ListSourcesInput, SourcesPage } from "./contract";

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

test("citations are counted each once an answer, with the kinds of page, and the share has an interval over prompts", async () => {
  const prompts = Array.from({ length: 5 }, (_, prompt) => prompt);
  const market = await marketOf(
    prompts.flatMap((prompt) => [
      { ...answer(0, prompt < 4 ? [1, 1, 2] : [2]), prompt },
      { ...answer(0, [2]), prompt },
    ]),
  );
  const { rows, scope } = await sourcesOf(market);
  expect(scope).toMatchObject({ answers: 10, prompts: 5, evidence: "counts" });
  const [most, other] = rows;
  expect(other).toMatchObject({
    domain: "site-1.example",
    citations: 8,
    cited: 4,
    pageTypes: [{ type: "other", pages: 8 }],
  });
  expect(most).toMatchObject({ domain: "site-2.example", citations: 10, cited: 10 });
  for (const { share, interval } of rows) {
    expect(interval?.low).toBeLessThan(share);
    expect(interval?.high).toBeGreaterThan(share);
  }
  const single = await sourcesOf(await marketOf([answer(0, [1]), answer(0, [2])]));
  expect(single.rows.map(({ interval }) => interval)).toEqual([null, null]);
});

test("what an engine only looked at is counted where it shows that, and not observable elsewhere", async () => {
  const seen = (engine: number): RandomAnswer => ({
    ...answer(engine, [1]),
    sources: [
      { site: 1, kind: "cited" },
      { site: 2, kind: "retrieved" },
    ],
  });
  const market = await marketOf([seen(0), seen(1)]);
  const all = await sourcesOf(market);
  const showing = all.scope?.engines.filter(({ showsRetrieved }) => showsRetrieved) ?? [];
  expect(all.scope?.engines.map(({ label }) => label)).toEqual(["ChatGPT", "Claude"]);
  for (const engine of ["chatgpt", "claude"]) {
    const { rows, scope } = await sourcesOf(market, { engine });
    const [only] = scope?.engines ?? [];
    expect(rows.map(({ domain, retrieved }) => [domain, retrieved])).toEqual([
      ["site-1.example", only?.showsRetrieved ? 0 : null],
      ["site-2.example", only?.showsRetrieved ? 1 : null],
    ]);
  }
  expect(all.rows.at(-1)?.retrieved).toBe(showing.length === 0 ? null : 2);
});

test("its order and a part of the name are the reader's, page by page", async () => {
  const market = await marketOf(
    Array.from({ length: 120 }, (_, nth) => answer(0, Array(1 + (nth % 3)).fill(10 + nth))),
  );
  for (const sort of ["share", "citations", "cited", "retrieved", "domain"] as const) {
    const seen: SourcesPage["rows"][number][] = [];
    let cursor: SourcesPage["next"] = null;
    do {
      const page: SourcesPage = await sourcesOf(market, { cursor, sort });
      seen.push(...page.rows);
      cursor = page.next;
    } while (cursor);
    expect(new Set(seen.map(({ domain }) => domain)).size).toBe(120);
    const values = seen.map((row) => (sort === "domain" ? 0 : Number(row[sort])));
    expect(values).toEqual(values.toSorted((one, other) => other - one));
    if (sort === "domain") expect(seen[0]?.domain).toBe("site-10.example");
  }
  const { rows } = await sourcesOf(market, { q: "site-12" });
  expect(rows.map(({ domain }) => domain).sort()).toEqual(
    [12, 120, 121, 122, 123, 124, 125, 126, 127, 128, 129].map((nth) => `site-${nth}.example`).sort(),
  );
});

test("a domain has its pages and the answers that cite it, newest first, and nothing of another engine's", async () => {
  const market = await marketOf([answer(0, [1, 1, 2], 1), answer(0, [1], 3), answer(1, [1], 2)]);
  const { projectId } = market.project;
  const of = (input: { domain: string; engine?: string }) =>
    asOrg(market.orgId, () => getSource({ projectId, ...input }));
  const all = unwrap(await of({ domain: "site-1.example" }));
  expect(all.source).toMatchObject({ cited: 3, citations: 4 });
  expect(all.urls.map(({ url, cited }) => [url, cited])).toEqual([
    ["https://site-1.example/0", 3],
    ["https://site-1.example/1", 1],
  ]);
  expect(all.answers.map(({ engine, pages }) => [engine, pages])).toEqual([
    ["ChatGPT", 1],
    ["Claude", 1],
    ["ChatGPT", 2],
  ]);
  expect(all.pages).toBe(2);
  const one = unwrap(await of({ domain: "site-1.example", engine: "claude" }));
  expect(one.answers.map(({ engine }) => engine)).toEqual(["Claude"]);
  for (const domain of ["site-9.example", "site"]) {
    const refused = await of({ domain });
    expect(refused.ok ? "found" : refused.error.code).toBe("not_found");
  }
  const other = await createTestOrg();
  const foreign = await asOrg(other, () => getSource({ projectId, domain: "site-1.example" }));
  expect(foreign.ok ? "found" : foreign.error.code).toBe("not_found");
});

test("another org's project is not found", async () => {
  const { project } = await marketOf([answer(0, [1])]);
  const other = await createTestOrg();
  const refused = await asOrg(other, () => listSources({ projectId: project.projectId }));
  expect(refused.ok ? "listed" : refused.error.code).toBe("not_found");
});
