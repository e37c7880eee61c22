import { beforeAll, describe, expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { outside } from "@/server/runs/testing/run-scene";
import { exportTables } from "./registry";
import { type CsvRow, createExportScene, exportRows, FORMULA_PROMPT, textOf } from "./testing/export-scene";

const { inspect } = testDatabase();
outside();

let scene: Awaited<ReturnType<typeof createExportScene>>;
beforeAll(async () => {
  scene = await createExportScene(inspect);
  // A second org with the same addresses: none of its rows may come along.
  await createExportScene(inspect);
});

const at = (column: string) => `to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')`;

/**
 * What the database says of each table, asked in other words than the exports do, as text. `key` orders both sides.
 * `least`: rows that the scene has of it at least.
 */
const EXPECTED: Record<string, { key: string; least: number; sql: string }> = {
  answers: {
    key: "answer_id",
    least: 28,
    sql: `select id as answer_id, engine_id, surface, state, text, charged, cost_micros, sandbox, raw_sha256, run_id, ask_id,
        model_requested, model_served, search_triggered, finish, contract, extractor_version, brand_set_version,
        (select text from tracking.prompt where id = prompt_id) as prompt,
        exists (select from tracking.mention m, tracking.brand b where m.answer_id = answer.id and b.id = m.brand_id and b.kind = 'own') as own_brand_named,
        (select count(*) from tracking.citation c where c.answer_id = answer.id and kind = 'cited') as cited_sources,
        ${at("observed_at")} as observed_at, ${at("recorded_at")} as recorded_at
      from tracking.answer where project_id = $1`,
  },
  mentions: {
    key: "answer_id,brand_id",
    least: 15,
    sql: `select m.answer_id, m.brand_id, m.naming_order, m.rank, m.confidence, m.stance,
        m.stance_confidence, m.stance_by,
        (select name from tracking.brand where id = m.brand_id) as brand
      from tracking.mention m where m.answer_id in (select id from tracking.answer where project_id = $1)`,
  },
  citations: {
    key: "answer_id,ordinal",
    least: 40,
    sql: `select c.answer_id, c.ordinal, c.kind, c.url, c.canonical_url, c.domain, c.title, c.owner_brand_id,
        c.domain_class, c.page_type, c.taxonomy_version
      from tracking.citation c where c.answer_id in (select id from tracking.answer where project_id = $1)`,
  },
  sources: {
    key: "window_start,panel_version_id,surface,sandbox,engine_id,domain",
    least: 5,
    sql: `select window_start, panel_version_id, surface, sandbox, nullif(engine_id, '') as engine_id, domain, domain_class,
        owner_brand_id, citations, cited as answers_citing, linked as answers_linking, retrieved as answers_retrieving,
        weight, spread as weight_standard_error, to_json(engines) as engines, replace(replace(page_types::text, '": ', '":'), ', ', ',') as page_types,
        (select max(o.cited) from insight.source_week o where o.project_id = s.project_id and o.window_start = s.window_start
          and o.panel_version_id = s.panel_version_id and o.surface = s.surface and o.sandbox = s.sandbox
          and o.engine_id = s.engine_id and o.domain = '') as answers
      from insight.source_week s where project_id = $1 and domain <> ''`,
  },
  metrics: {
    key: "panel_version_id,window_start,engine_id,surface,metric_id,brand_id",
    least: 50,
    sql: `select panel_version_id, window_start, window_days, engine_id, surface, metric_id,
        nullif(brand_id, '00000000-0000-0000-0000-000000000000') as brand_id, value, answers, prompts,
        detail->'panel'->'low' #>> '{}' as panel_low, detail->'panel'->'high' #>> '{}' as panel_high,
        detail->'market'->'low' #>> '{}' as market_low, detail->'market'->'high' #>> '{}' as market_high,
        detail->>'upperBound' as upper_bound, detail->>'seed' as seed, detail->>'evidence' as evidence,
        detail->>'successes' as successes, detail->>'total' as total, provenance->>'method' as method,
        provenance->>'sandbox' as sandbox, ${at("computed_at")} as computed_at
      from insight.metric_value where project_id = $1`,
  },
  streaks: {
    key: "panel_version_id,engine_id,surface,brand_id,prompt_hash",
    least: 10,
    sql: `select panel_version_id, engine_id, surface, brand_id, nullif(prompt_hash, '') as prompt_hash, current, longest,
        broken_at, ${at("computed_at")} as computed_at
      from insight.streak where project_id = $1`,
  },
  runs: {
    key: "run_id",
    least: 2,
    sql: `select id as run_id, kind, state, panel_version_id, repeats, price_credits, price_version, sandbox, failure, retry_of,
        (select count(*) from tracking.ask where run_id = run.id) as asks,
        (select count(*) from tracking.ask where run_id = run.id and state = 'answered') as asks_answered,
        (select sum(charged) from tracking.answer where run_id = run.id) as charged,
        ${at("requested_at")} as requested_at, ${at("closed_at")} as closed_at
      from tracking.run where project_id = $1`,
  },
  asks: {
    key: "ask_id",
    least: 28,
    sql: `select k.id as ask_id, k.run_id, k.engine_id, k.surface, k.locale, k.repeat, k.state, k.calls, k.failure,
        k.credits as price_credits, (select id from tracking.answer where ask_id = k.id) as answer_id,
        ${at("k.observed_at")} as observed_at
      from tracking.ask k where k.run_id in (select id from tracking.run where project_id = $1)`,
  },
  prompts: {
    key: "prompt_id",
    least: 5,
    sql: `select q.id as prompt_id, q.ordinal, q.text, q.hash as prompt_hash, q.intent, v.version as panel_version
      from tracking.prompt q, tracking.panel_version v, tracking.panel p
      where v.id = q.panel_version_id and p.id = v.panel_id and p.project_id = $1`,
  },
  brands: {
    key: "brand_id",
    least: 2,
    sql: `select id as brand_id, name, kind, ${at("created_at")} as created_at from tracking.brand where project_id = $1`,
  },
  ledger: {
    key: "entry_id",
    least: 2,
    sql: `select id as entry_id, kind, amount, lot_id, ref_type, ref_id, actor from credits.entry
      where org_id = (select org_id from tenancy.project where id = $1)`,
  },
};

const sorted = (rows: readonly CsvRow[], key: string) => {
  const keyOf = (row: CsvRow) =>
    key
      .split(",")
      .map((column) => row[column])
      .join(" ");
  return rows.toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
};

/** A value of the database as its cell should read; Postgres writes floats with the digits that tell them apart. */
function asText(value: unknown): string {
  if (value === null) return "";
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}

describe.each(exportTables.map((table) => table.id))("the table %s", (id) => {
  test("holds every row of the database and no other, with every value to the last digit", async () => {
    const { key, least, sql } = EXPECTED[id] ?? { key: "", least: 0, sql: "" };
    // As text, so that no number passes through this process.
    const names = (await inspect(`${sql} limit 1`, [scene.projectId])).flatMap(Object.keys);
    const casts = names.map((name) => `t."${name}"::text as "${name}"`).join(", ");
    const stored = (await inspect(`select ${casts} from (${sql}) t`, [scene.projectId])).map((row) =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, asText(value)])),
    );
    const file = await exportRows(scene.orgId, id);
    const compared = file.map((row) => Object.fromEntries(names.map((name) => [name, textOf(row[name])])));
    expect(stored.length).toBeGreaterThanOrEqual(least);
    expect(sorted(compared, key)).toEqual(sorted(stored, key));
  });

  test("describes each of its columns, in the order of the file", async () => {
    const table = exportTables.find((each) => each.id === id);
    const [first = {}] = await exportRows(scene.orgId, id);
    expect(table?.columns.map(({ name }) => name)).toEqual(Object.keys(first));
    for (const { name, about } of table?.columns ?? []) {
      expect(name).toMatch(/^[a-z][a-z0-9_]*$/);
      expect(about).toMatch(/^.{3,}\.$/);
    }
  });
});

test("no cell of any file begins like a formula, though prompts, titles and texts do", async () => {
  let escaped = 0;
  for (const { id } of exportTables) {
    for (const row of await exportRows(scene.orgId, id)) {
      for (const [column, cell] of Object.entries(row)) {
        if (/^-\d+$/.test(cell)) expect([id, column]).toEqual(["ledger", "amount"]);
        else expect(cell, `${id}.${column}`).not.toMatch(/^[=+\-@\t\r]/);
        if (cell.startsWith("'")) escaped += 1;
      }
    }
  }
  expect(escaped).toBeGreaterThan(40);
  const prompts = await exportRows(scene.orgId, "prompts");
  expect(prompts.map((row) => row.text)).toContain(`'${FORMULA_PROMPT}`);
});

test("the words of a metric are those of the screens, and the ledger adds up to the balance", async () => {
  const metrics = await exportRows(scene.orgId, "metrics");
  for (const { said, value, evidence } of metrics) {
    expect(said).not.toBe("");
    if (evidence === "counts" && value !== "") expect(said).toMatch(/\d+ of \d+/);
  }
  const ledger = await exportRows(scene.orgId, "ledger");
  const [stored] = await inspect("select sum(amount)::int as balance from credits.entry where org_id = $1", [
    scene.orgId,
  ]);
  expect(ledger.reduce((sum, row) => sum + Number(row.amount), 0)).toBe(stored?.balance);
});
