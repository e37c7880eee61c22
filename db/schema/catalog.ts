import { bigint, integer, pgSchema, primaryKey, text } from "drizzle-orm/pg-core";
import { createdAt } from "./columns";

export const catalog = pgSchema("catalog");

/** What an org can subscribe to. Reference data, the same for everybody: the app role only reads it. */
export const plan = catalog.table("plan", {
  id: text().primaryKey(),
  label: text().notNull(),
  monthlyCredits: integer().notNull(),
  /** Head start in the fan-out queue, in seconds: a paying org's asks go before a free one's of the same moment. */
  prioritySeconds: integer().notNull(),
  /** What the analysis model may use for the org in one UTC month: a thousand tokens for each credit. */
  monthlyAnalysisTokens: bigint({ mode: "number" }).notNull().default(0),
});

/**
 * Credits per answer of each engine, per page that showed no answer, and what an answer was expected to cost us. Versions
 * are only added (server/runs does, when the registry's prices have changed): a run keeps the one it was priced with.
 */
export const price = catalog.table(
  "price",
  {
    version: integer().notNull(),
    engineId: text().notNull(),
    credits: integer().notNull(),
    noAnswerShownCredits: integer().notNull(),
    /** Micros (millionths of a US dollar) that an answer costs us at most in all likelihood; null in versions before it was kept. */
    estimateMicros: integer(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.version, t.engineId] })],
);
