import type { TestDatabase } from "@/db/testing/test-database";
import {
  type AnswerOutcome,
  type AnswerState,
  cellHit,
  isShown,
  streak,
  windowBounds,
  windowOf,
  windowsBetween,
} from "@/server/metrics";
import { answer } from "@/server/metrics/testing/samples";
import type { Market } from "./random-market";

type Inspect = TestDatabase["inspect"];

interface StoredAnswer {
  readonly id: string;
  readonly prompt_id: string;
  readonly hash: string;
  readonly intent: string;
  readonly engine_id: string;
  readonly state: AnswerState;
  readonly day: string;
  readonly named: readonly string[];
  readonly sources: readonly { readonly domain: string; readonly kind: string; readonly type: string }[];
}

/** What is kept of a market, a line a row: cells, sources, streaks. Equal lists are equal tables. */
export interface Counted {
  readonly cells: readonly string[];
  readonly sources: readonly string[];
  readonly streaks: readonly string[];
}

/** What stands in the database. */
export async function readCounted(inspect: Inspect, { orgId }: Market): Promise<Counted> {
  const lines = async (sql: string) => (await inspect(sql, [orgId])).map((row) => String(row.line)).sort();
  return {
    cells: await lines(
      `select concat_ws(' ', window_start, engine_id, prompt_id, answers, (select string_agg(key || '=' || value, ',' order by key)
         from jsonb_each_text(named))) as line from insight.cell_week where org_id = $1`,
    ),
    sources: await lines(
      `select concat_ws(' ', window_start, engine_id, domain, array_to_string(engines, '+'), cited, linked, retrieved,
         round(weight::numeric, 9)::float8, citations, coalesce(prompts::text, '-'), coalesce(page_types ->> 'other', '0'),
         coalesce(round(spread::numeric, 6)::float8::text, '-')) as line from insight.source_week where org_id = $1`,
    ),
    streaks: await lines(
      `select concat_ws(' ', engine_id, brand_id, prompt_hash, current, longest, coalesce(broken_at::text, '-')) as line
       from insight.streak where org_id = $1 and prompt_hash <> ''`,
    ),
  };
}

/** The same, counted from every answer there is, by other code than the product's. */
export async function countAnew(inspect: Inspect, market: Market): Promise<Counted> {
  const answers = (await inspect(
    `select a.id, a.prompt_id, p.hash, p.intent, a.engine_id, a.state, to_char(a.observed_at at time zone 'UTC', 'YYYY-MM-DD') as day,
       coalesce((select array_agg(m.brand_id::text) from tracking.mention m where m.answer_id = a.id), '{}') as named,
       coalesce((select jsonb_agg(jsonb_build_object('domain', c.domain, 'kind', c.kind, 'type', c.page_type)) from tracking.citation c
                 where c.answer_id = a.id and c.domain <> ''), '[]') as sources
     from tracking.answer a join tracking.prompt p on p.id = a.prompt_id where a.org_id = $1`,
    [market.orgId],
  )) as unknown as StoredAnswer[];
  const shown = answers.filter(({ state }) => isShown(state));
  return { cells: cellLines(shown), sources: sourceLines(shown), streaks: streakLines(answers) };
}

const weekOf = ({ day }: StoredAnswer) => windowOf(new Date(`${day}T00:00:00Z`)).start;

function cellLines(shown: readonly StoredAnswer[]): string[] {
  const cells = Map.groupBy(shown, (each) => `${weekOf(each)} ${each.engine_id} ${each.prompt_id}`);
  return [...cells]
    .map(([cell, answers]) => {
      const brands = Map.groupBy(
        answers.flatMap(({ named }) => named),
        (brandId) => brandId,
      );
      const named = [...brands].map(([brandId, all]) => `${brandId}=${all.length}`).sort();
      return [cell, answers.length, ...(named.length > 0 ? [named.join(",")] : [])].join(" ");
    })
    .sort();
}

function sourceLines(shown: readonly StoredAnswer[]): string[] {
  const unbranded = shown.filter(({ intent }) => intent !== "branded");
  return [...Map.groupBy(unbranded, weekOf)]
    .flatMap(([week, answers]) => {
      const engines = [...new Set(answers.map(({ engine_id }) => engine_id))];
      return ["", ...engines].flatMap((engine) => {
        const own = answers.filter(
          ({ engine_id, sources }) => sources.length > 0 && (engine === "" || engine_id === engine),
        );
        const domains = new Set(own.flatMap(({ sources }) => sources.map(({ domain }) => domain)));
        return ["", ...domains].flatMap((domain) => sourceLine(week, engine, domain, own));
      });
    })
    .sort();
}

function sourceLine(
  week: string,
  engine: string,
  domain: string,
  answers: readonly StoredAnswer[],
): string[] {
  const counts = { cited: 0, linked: 0, retrieved: 0 };
  let weight = 0;
  let pages = 0;
  const engines = new Set<string>();
  for (const { sources, engine_id } of answers) {
    const here = sources.filter((source) => domain === "" || source.domain === domain);
    if (here.length === 0) continue;
    engines.add(engine_id);
    const kind = (["cited", "linked", "retrieved"] as const).find((each) =>
      here.some((source) => source.kind === each),
    );
    if (kind) counts[kind] += 1;
    const cited = sources.filter((source) => source.kind === "cited").length;
    const own = here.filter((source) => source.kind === "cited");
    pages += own.length;
    if (cited > 0) weight += own.length / cited;
  }
  if (engines.size === 0) return [];
  const rounded = Math.round(weight * 1e9) / 1e9;
  return [
    [
      week,
      engine,
      domain,
      [...engines].sort().join("+"),
      counts.cited,
      counts.linked,
      counts.retrieved,
      rounded,
      pages,
      domain === "" ? Math.max(...byEngine(answers).map((own) => citingByPrompt(own).size)) : "-",
      domain === "" ? 0 : pages,
      domain === "" ? "-" : spreadOf(domain, answers),
    ].join(" "),
  ];
}

const byEngine = (answers: readonly StoredAnswer[]) => [
  ...Map.groupBy(answers, ({ engine_id }) => engine_id).values(),
];

function citingByPrompt(answers: readonly StoredAnswer[]) {
  const citing = answers.filter(({ sources }) => sources.some(({ kind }) => kind === "cited"));
  return Map.groupBy(citing, ({ prompt_id }) => prompt_id);
}

/** By the definition, a residual for each prompt; engines that have the domain add up. "-" where one has a single prompt. */
function spreadOf(domain: string, answers: readonly StoredAnswer[]): number | string {
  const spreads = byEngine(answers)
    .filter((own) => own.some(({ sources }) => sources.some((source) => source.domain === domain)))
    .map((own) => {
      const prompts = [...citingByPrompt(own).values()].map((citing) => ({
        n: citing.length,
        w: citing.reduce((sum, { sources }) => {
          const cited = sources.filter(({ kind }) => kind === "cited");
          return sum + cited.filter((source) => source.domain === domain).length / cited.length;
        }, 0),
      }));
      const total = (key: "n" | "w") => prompts.reduce((sum, prompt) => sum + prompt[key], 0);
      if (prompts.length < 2) return null;
      const share = total("w") / total("n");
      const squares = prompts.reduce((sum, { w, n }) => sum + (w - share * n) ** 2, 0);
      return Math.sqrt((squares * prompts.length) / (prompts.length - 1));
    });
  if (spreads.some((spread) => spread === null)) return "-";
  const rounded = spreads.reduce<number>((sum, spread) => sum + (spread ?? 0), 0);
  return Math.round(rounded * 1e6) / 1e6;
}

/** As streaks were always defined: over all weeks from the first to the last, each brand in each cell; those that were ever a hit. */
function streakLines(answers: readonly StoredAnswer[]): string[] {
  return [...Map.groupBy(answers, ({ engine_id }) => engine_id)]
    .flatMap(([engine, ofEngine]) => {
      const starts = ofEngine.map(weekOf).sort();
      const at = (start = "") => windowBounds({ start, days: 7 }).from;
      const windows = windowsBetween(at(starts[0]), at(starts.at(-1)));
      const brands = [...new Set(ofEngine.flatMap(({ named }) => named))];
      return [...Map.groupBy(ofEngine, ({ hash }) => hash)].flatMap(([hash, ofCell]) => {
        const byWeek = Map.groupBy(ofCell, weekOf);
        return brands.flatMap((brandId) => {
          const outcomes = windows.map(({ start }) =>
            cellHit((byWeek.get(start) ?? []).map(outcomeOf), brandId),
          );
          const { current, longest, brokenAt } = streak(outcomes);
          if (longest === 0) return [];
          const broken = brokenAt === null ? "-" : windows[brokenAt]?.start;
          return [[engine, brandId, hash, current, longest, broken].join(" ")];
        });
      });
    })
    .sort();
}

function outcomeOf({ state, day, named }: StoredAnswer): AnswerOutcome {
  return answer(named, { state, day });
}
