import { pgSchema, text, unique, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "../../server/kernel/id";
import { createdAt } from "./columns";

export const identity = pgSchema("identity");

/** A person. Stands above orgs (one person may belong to several), so it carries no org_id and no tenant's data. */
export const user = identity.table(
  "user",
  {
    id: uuid().primaryKey().$type<UserId>(),
    email: text().notNull(),
    name: text().notNull(),
    createdAt: createdAt(),
  },
  (t) => [unique("user_email_key").on(t.email)],
);
