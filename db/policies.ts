import { sql } from "drizzle-orm";
import { pgPolicy, pgRole } from "drizzle-orm/pg-core";

/** The role that the product connects as: it owns nothing and can't bypass row-level security. Made by db/roles.sql. */
export const appRole = pgRole("citestreak_app").existing();

// (select …) makes the setting a one-time init plan, 7x faster on a scan than reading it for every row; nullif because
// a transaction-local setting reads as '' once its transaction is over.
const ownOrg = sql`org_id = nullif((select current_setting('app.org_id', true)), '')::uuid`;

/**
 * The two policies of every tenant table: a permissive one that lets the app role reach its org's rows, and a
 * restrictive fence for everybody, so that a policy added later can never widen what an org sees. ENABLE comes with
 * them; FORCE is hand-written SQL, since drizzle can't say it.
 */
export function tenantPolicy() {
  return [
    pgPolicy("tenant", { as: "permissive", for: "all", to: appRole, using: ownOrg, withCheck: ownOrg }),
    pgPolicy("tenant_fence", {
      as: "restrictive",
      for: "all",
      to: "public",
      using: ownOrg,
      withCheck: ownOrg,
    }),
  ];
}
