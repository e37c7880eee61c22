import fc from "fast-check";
import { asOrg, createTestOrg, createTestProject, type TestProject } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { addTestBrands, addTestRun } from "@/server/answers/testing/test-answers";
import { type BrandId, newId, type OrgId, type RunId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { AnswerState } from "@/server/metrics";
import { measureRun } from "@/server/reports";

type Inspect = TestDatabase["inspect"];

/** A project with prompts (the last one branded), a brand and two rivals, and the runs that it has had. */
export interface Market {
  readonly orgId: OrgId;
  readonly project: TestProject;
  readonly brands: readonly BrandId[];
  readonly runs: RunId[];
}

export const FIRST_DAY = "2026-09-07";
const ENGINES = ["chatgpt", "claude"] as const;
const PROMPTS = 6;
/** The source whose address has no host: `javascript:…`, as hostile answers have it. */
const HOSTLESS = 4;

/** One answer, by places in the market's lists; `day` counts from FIRST_DAY. */
export interface RandomAnswer {
  readonly prompt: number;
  readonly engine: number;
  readonly day: number;
  readonly state: AnswerState;
  readonly named: readonly number[];
  readonly sources: readonly { readonly site: number; readonly kind: "cited" | "linked" | "retrieved" }[];
}

/** What happens to a market: a run that closes (its answers may be of weeks long gone), or a person who decides about a fact. */
export type Happening =
  | { readonly kind: "run"; readonly answers: readonly RandomAnswer[] }
  | { readonly kind: "decision"; readonly nth: number; readonly brand: number };

const answer: fc.Arbitrary<RandomAnswer> = fc.record({
  prompt: fc.nat(PROMPTS - 1),
  engine: fc.nat(ENGINES.length - 1),
  day: fc.nat(34),
  state: fc.oneof(
    { weight: 4, arbitrary: fc.constant("answered" as const) },
    fc.constantFrom(...AnswerState.options),
  ),
  named: fc.uniqueArray(fc.nat(2), { maxLength: 3 }),
  sources: fc.array(
    fc.record({
      site: fc.nat(HOSTLESS),
      kind: fc.constantFrom("cited" as const, "linked" as const, "retrieved" as const),
    }),
    { maxLength: 5 },
  ),
});

export const happenings: fc.Arbitrary<Happening[]> = fc.array(
  fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        kind: fc.constant("run" as const),
        answers: fc.array(answer, { minLength: 1, maxLength: 14 }),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({ kind: fc.constant("decision" as const), nth: fc.nat(60), brand: fc.nat(2) }),
    },
  ),
  { minLength: 3, maxLength: 9 },
);

export async function newMarket(inspect: Inspect, prompts = PROMPTS): Promise<Market> {
  const orgId = await createTestOrg();
  const project = await createTestProject(orgId, { prompts });
  await inspect("update tracking.prompt set intent = 'branded' where id = $1", [project.promptIds.at(-1)]);
  const brands = await addTestBrands(orgId, project, "Halvorn", "Verticore", "Deskona");
  return { orgId, project, brands, runs: [] };
}

/** Lets it happen and measures the run that it is about. */
export async function happen(inspect: Inspect, market: Market, happening: Happening): Promise<void> {
  const runId =
    happening.kind === "run"
      ? await addRun(inspect, market, happening.answers)
      : await decide(inspect, market, happening);
  if (runId !== null) await asOrg(market.orgId, async () => unwrap(await measureRun(runId)));
}

async function addRun(inspect: Inspect, market: Market, answers: readonly RandomAnswer[]): Promise<RunId> {
  const { orgId, project } = market;
  const runId = await addTestRun(orgId, project);
  market.runs.push(runId);
  const rows = answers.map((each, repeat) => rowsOf(market, runId, each, repeat));
  const insert = (table: string, of: readonly object[]) =>
    inspect(
      `insert into ${table} select (jsonb_populate_record(null::${table}, b.defaults || r)).*
       from jsonb_array_elements($1::jsonb) r, (select $2::jsonb as defaults) b`,
      [JSON.stringify(of), JSON.stringify(DEFAULTS[table] ?? {})],
    );
  await insert(
    "tracking.ask",
    rows.map(({ ask }) => ask),
  );
  await insert(
    "tracking.answer",
    rows.map((row) => row.answer),
  );
  await insert(
    "tracking.mention",
    rows.flatMap(({ mentions }) => mentions),
  );
  await insert(
    "tracking.citation",
    rows.flatMap(({ citations }) => citations),
  );
  return runId;
}

const DEFAULTS: Readonly<Record<string, object>> = {
  "tracking.ask": { locale: "en-US", credits: 1, calls: 1 },
  "tracking.answer": {
    text: "An answer.",
    raw_sha256: "0",
    search_queries: [],
    usage: {},
    contract: "contract/v1",
    extractor_version: "rules-1",
    brand_set_version: "set-1",
    charged: 1,
    sandbox: true,
    recorded_at: "2026-11-01T00:00:00Z",
  },
  "tracking.mention": { spans: [], naming_order: 1, confidence: 1 },
  "tracking.citation": { spans: [], page_type: "other", taxonomy_version: "1" },
};

function rowsOf({ orgId, project, brands }: Market, runId: RunId, random: RandomAnswer, repeat: number) {
  const [id, askId] = [newId<string>(), newId<string>()];
  const place = {
    org_id: orgId,
    run_id: runId,
    prompt_id: project.promptIds[random.prompt],
    engine_id: ENGINES[random.engine],
    surface: "api",
    observed_at: new Date(Date.parse(FIRST_DAY) + random.day * 86_400_000 + 3_600_000).toISOString(),
  };
  const failed = random.state === "provider_error";
  return {
    ask: { ...place, id: askId, repeat, state: failed ? "failed" : "answered" },
    answer: { ...place, id, ask_id: askId, project_id: project.projectId, state: random.state },
    mentions: random.named.map((nth) => ({ org_id: orgId, answer_id: id, brand_id: brands[nth] })),
    citations: random.sources.map(({ site, kind }, ordinal) => ({
      org_id: orgId,
      answer_id: id,
      ordinal,
      ...addressOf(site, ordinal),
      kind,
      domain_class: site === 0 ? "own" : "editorial",
      owner_brand_id: site === 0 ? brands[0] : null,
    })),
  };
}

function addressOf(site: number, ordinal: number) {
  const domain = site === HOSTLESS ? "" : `site-${site}.example`;
  const url = domain === "" ? `javascript:alert(${ordinal})` : `https://${domain}/${ordinal}`;
  return { url, canonical_url: url, domain };
}

/** Takes a brand out of an answer that names it, or puts it in, as a reviewer's decision would; null where no answer is left. */
async function decide(
  inspect: Inspect,
  { orgId, brands }: Market,
  { nth, brand }: { readonly nth: number; readonly brand: number },
): Promise<RunId | null> {
  const answers = await inspect("select id, run_id from tracking.answer where org_id = $1 order by id", [
    orgId,
  ]);
  const found = answers[nth % Math.max(1, answers.length)];
  if (!found) return null;
  const taken = await inspect(
    "delete from tracking.mention where org_id = $1 and answer_id = $2 and brand_id = $3 returning 1",
    [orgId, found.id, brands[brand]],
  );
  if (taken.length === 0)
    await inspect(
      `insert into tracking.mention (org_id, answer_id, brand_id, spans, naming_order, confidence, judged_by)
       values ($1, $2, $3, '[]', 1, 1, 'human')`,
      [orgId, found.id, brands[brand]],
    );
  return found.run_id as RunId;
}
