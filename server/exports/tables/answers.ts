import { sql } from "drizzle-orm";
import { answerTable } from "../answer-table";
import { instant } from "../sql-columns";

export const answers = answerTable({
  id: "answers",
  label: "Answers",
  description:
    "Every answer with its text, its state, the brands that it names, and what it was made and read with.",
  columns: [
    { name: "answer_id", about: "Id of the answer.", sql: "a.id" },
    { name: "observed_at", about: "When it was asked or captured.", sql: instant("a.observed_at") },
    { name: "engine_id", about: "Engine that answered.", sql: "a.engine_id" },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "a.surface" },
    { name: "locale", about: "Locale that it was asked for.", sql: "k.locale" },
    { name: "repeat", about: "Which repeat of its cell within the run, from 1.", sql: "k.repeat" },
    { name: "sandbox", about: "True: made up or replayed, no engine said it.", sql: "a.sandbox" },
    {
      name: "state",
      about: "What came back: answered, no_answer_shown, refused, empty, truncated or provider_error.",
      sql: "a.state",
    },
    { name: "prompt_id", about: "Id of the prompt in its panel version.", sql: "a.prompt_id" },
    { name: "prompt", about: "The question.", sql: "p.text" },
    { name: "prompt_hash", about: "The same for the same question in every panel version.", sql: "p.hash" },
    { name: "intent", about: "Intent of the prompt.", sql: "p.intent" },
    { name: "text", about: "The whole answer.", sql: "a.text" },
    {
      name: "own_brand_named",
      about: "Whether the text names the own brand.",
      sql: "own.brand_id is not null",
    },
    {
      name: "own_brand_rank",
      about: "Its rank in a list of the text; empty outside of a list.",
      sql: "own.rank",
    },
    {
      name: "brands_named",
      about: "Brands of the project that the text names, in its order, as a JSON list.",
      sql: "named.brands",
    },
    { name: "cited_sources", about: "Sources that the text leans on.", sql: "cited.sources" },
    {
      name: "model_requested",
      about: "Model that was asked for; empty where it can't be seen.",
      sql: "a.model_requested",
    },
    {
      name: "model_served",
      about: "Model that answered; empty where it can't be seen.",
      sql: "a.model_served",
    },
    {
      name: "search_triggered",
      about: "Whether the engine searched; empty where it can't be seen.",
      sql: "a.search_triggered",
    },
    { name: "search_queries", about: "What it searched for, as a JSON list.", sql: "a.search_queries" },
    { name: "usage", about: "What the engine says it used, as a JSON object.", sql: "a.usage" },
    {
      name: "cost_micros",
      about:
        "What the call cost at the engine's vendor, in millionths of a US dollar; empty where not known.",
      sql: "a.cost_micros",
    },
    { name: "charged", about: "Whole credits that were charged for it.", sql: "a.charged" },
    { name: "finish", about: "Why the engine ended, in its own word.", sql: "a.finish" },
    { name: "contract", about: "Version of the engine's adapter that read it.", sql: "a.contract" },
    { name: "extractor_version", about: "Version of the extraction.", sql: "a.extractor_version" },
    {
      name: "brand_set_version",
      about: "Version of the brands that were looked for.",
      sql: "a.brand_set_version",
    },
    { name: "raw_sha256", about: "SHA-256 of the raw body as it came.", sql: "a.raw_sha256" },
    { name: "ask_id", about: "Ask that it answers.", sql: "a.ask_id" },
    { name: "run_id", about: "Run of the ask.", sql: "a.run_id" },
    { name: "recorded_at", about: "When it was stored.", sql: instant("a.recorded_at") },
  ],
  from: sql`
    from tracking.answer a
    join tracking.ask k on k.org_id = a.org_id and k.id = a.ask_id
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id
    left join lateral (
      select m.brand_id, m.rank from tracking.mention m
      join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id and b.kind = 'own'
      where m.org_id = a.org_id and m.answer_id = a.id limit 1) own on true
    cross join lateral (
      select coalesce(jsonb_agg(b.name order by m.naming_order), '[]') as brands from tracking.mention m
      join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id
      where m.org_id = a.org_id and m.answer_id = a.id) named
    cross join lateral (
      select count(*)::int as sources from tracking.citation c
      where c.org_id = a.org_id and c.answer_id = a.id and c.kind = 'cited') cited`,
});
