import { pgSchema, text } from "drizzle-orm/pg-core";
import { tenantPolicy } from "../policies";
import { plan } from "./catalog";
import { createdAt, orgId } from "./columns";
import { org } from "./tenancy";

export const billing = pgSchema("billing");

/** Which plan an org is on. */
export const subscription = billing.table(
  "subscription",
  {
    orgId: orgId()
      .primaryKey()
      .references(() => org.orgId),
    planId: text()
      .notNull()
      .references(() => plan.id),
    createdAt: createdAt(),
  },
  () => tenantPolicy(),
);
