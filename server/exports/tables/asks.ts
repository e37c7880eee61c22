import { sql } from "drizzle-orm";
import { requireContext } from "@/server/kernel/context";
import { idTable } from "../id-table";
import { seriesConditions } from "../series-conditions";
import { instant } from "../sql-columns";

export const asks = idTable({
  id: "asks",
  label: "Asks",
  description:
    "Every ask of every run, answered or not: its price, how often it was bought, and why it failed.",
  filters: ["engine", "surface", "window", "state", "run"],
  columns: [
    { name: "ask_id", about: "Id of the ask.", sql: "k.id" },
    { name: "run_id", about: "Run that it belongs to.", sql: "k.run_id" },
    { name: "engine_id", about: "Engine that is asked.", sql: "k.engine_id" },
    { name: "surface", about: "How it is observed: api, serp or capture.", sql: "k.surface" },
    { name: "locale", about: "Locale that is asked for.", sql: "k.locale" },
    { name: "repeat", about: "Which repeat of its cell within the run, from 1.", sql: "k.repeat" },
    { name: "prompt_id", about: "Id of the prompt in its panel version.", sql: "k.prompt_id" },
    { name: "prompt", about: "The question.", sql: "p.text" },
    { name: "observed_at", about: "The moment that the answer stands for.", sql: instant("k.observed_at") },
    { name: "state", about: "planned, claimed, answered, failed, orphaned or cancelled.", sql: "k.state" },
    { name: "calls", about: "Purchases that may have been paid for.", sql: "k.calls" },
    { name: "failure", about: "Why it failed, where it did.", sql: "k.failure" },
    { name: "price_credits", about: "Whole credits that an answer costs.", sql: "k.credits" },
    { name: "charged", about: "Whole credits that were charged; empty without an answer.", sql: "w.charged" },
    { name: "answer_id", about: "Its answer; empty without one.", sql: "w.id" },
  ],
  alias: "k",
  from: sql`
    from tracking.ask k
    join tracking.run r on r.org_id = k.org_id and r.id = k.run_id
    join tracking.prompt p on p.org_id = k.org_id and p.id = k.prompt_id
    left join tracking.answer w on w.org_id = k.org_id and w.ask_id = k.id`,
  pagesOf: () => sql`tracking.ask k where k.org_id = ${requireContext().orgId}`,
  where: (scope) => sql`k.org_id = ${requireContext().orgId} and r.project_id = ${scope.projectId}
    ${seriesConditions(scope, {
      engine: sql`k.engine_id`,
      surface: sql`k.surface`,
      observedAt: sql`k.observed_at`,
      equal: { state: sql`k.state`, run: sql`k.run_id` },
    })}`,
  pageIds: 1_000,
});
