import { sql } from "drizzle-orm";
import { answerTable } from "../answer-table";
import { instant } from "../sql-columns";

export const mentions = answerTable({
  id: "mentions",
  label: "Mentions",
  description:
    "Every brand that an answer names: its place in the text, its rank, how the answer speaks of it, and how sure that is.",
  columns: [
    { name: "answer_id", about: "Answer that names the brand.", sql: "a.id" },
    { name: "brand_id", about: "Brand that is named.", sql: "m.brand_id" },
    { name: "brand", about: "Its name.", sql: "b.name" },
    { name: "brand_kind", about: "own or rival.", sql: "b.kind" },
    { name: "naming_order", about: "1: named first of the project's brands.", sql: "m.naming_order" },
    { name: "rank", about: "Rank in a list of the text; empty outside of a list.", sql: "m.rank" },
    {
      name: "prominence",
      about:
        "Share of the answer's words in sentences that name it, earlier ones weighing more; empty where nobody counted.",
      sql: "m.prominence",
    },
    { name: "confidence", about: "From 0 to 1.", sql: "m.confidence" },
    {
      name: "stance",
      about: "How the answer speaks of it: recommended, listed, neutral, cautioned or negative.",
      sql: "m.stance",
    },
    { name: "stance_confidence", about: "From 0 to 1.", sql: "m.stance_confidence" },
    { name: "stance_by", about: "Who judged the stance: rules@version, or a model.", sql: "m.stance_by" },
    {
      name: "spans",
      about: "Where it stands, as a JSON list of start and end in UTF-16 units of the text.",
      sql: "m.spans",
    },
    { name: "observed_at", about: "When the answer was asked or captured.", sql: instant("a.observed_at") },
    { name: "engine_id", about: "Engine that answered.", sql: "a.engine_id" },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "a.surface" },
    { name: "sandbox", about: "True: made up or replayed, no engine said it.", sql: "a.sandbox" },
    { name: "prompt", about: "The question.", sql: "p.text" },
    { name: "run_id", about: "Run of the answer.", sql: "a.run_id" },
  ],
  from: sql`
    from tracking.mention m
    join tracking.answer a on a.org_id = m.org_id and a.id = m.answer_id
    join tracking.brand b on b.org_id = m.org_id and b.id = m.brand_id
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id`,
  orderWithin: "m.brand_id",
});
