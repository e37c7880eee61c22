import { sql } from "drizzle-orm";
import { answerTable } from "../answer-table";
import { instant } from "../sql-columns";

export const citations = answerTable({
  id: "citations",
  label: "Citations",
  description:
    "Every source of every answer: its address, whose it is, what kind of site and page, and whether the text leans on it.",
  columns: [
    { name: "answer_id", about: "Answer that the source belongs to.", sql: "a.id" },
    { name: "ordinal", about: "Place among the answer's sources, from 1.", sql: "c.ordinal" },
    {
      name: "kind",
      about: "cited: the text leans on it; linked: it stands in the text; retrieved: only looked at.",
      sql: "c.kind",
    },
    { name: "url", about: "Address as the engine gave it.", sql: "c.url" },
    { name: "canonical_url", about: "The same without tracking parts.", sql: "c.canonical_url" },
    { name: "domain", about: "Registrable domain.", sql: "c.domain" },
    { name: "title", about: "Title as the engine gave it.", sql: "c.title" },
    {
      name: "owner_brand_id",
      about: "Brand whose domain it is; empty for a third party.",
      sql: "c.owner_brand_id",
    },
    { name: "owner_brand", about: "Its name.", sql: "b.name" },
    { name: "owner_kind", about: "own or rival.", sql: "b.kind" },
    {
      name: "domain_class",
      about: "What kind of site it is: own, rival, editorial, reference, community, review and so on.",
      sql: "c.domain_class",
    },
    {
      name: "page_type",
      about: "What kind of page it is: home, product, category, listicle, comparison and so on.",
      sql: "c.page_type",
    },
    { name: "taxonomy_version", about: "Version of the taxonomy that says so.", sql: "c.taxonomy_version" },
    {
      name: "spans",
      about: "Passages that lean on it, as a JSON list of start and end in UTF-16 units of the text.",
      sql: "c.spans",
    },
    { name: "observed_at", about: "When the answer was asked or captured.", sql: instant("a.observed_at") },
    { name: "engine_id", about: "Engine that answered.", sql: "a.engine_id" },
    { name: "surface", about: "How it was observed: api, serp or capture.", sql: "a.surface" },
    { name: "sandbox", about: "True: made up or replayed, no engine said it.", sql: "a.sandbox" },
    { name: "prompt", about: "The question.", sql: "p.text" },
    { name: "run_id", about: "Run of the answer.", sql: "a.run_id" },
  ],
  from: sql`
    from tracking.citation c
    join tracking.answer a on a.org_id = c.org_id and a.id = c.answer_id
    left join tracking.brand b on b.org_id = c.org_id and b.id = c.owner_brand_id
    join tracking.prompt p on p.org_id = a.org_id and p.id = a.prompt_id`,
  orderWithin: "c.ordinal",
});
