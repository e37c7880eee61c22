import { index, pgSchema, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "../../server/kernel/id";
import { createdAt, instant, orgId } from "./columns";

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

/** Which org an address means. Read before it is known whether the reader may enter, so it stands outside row-level security. */
export const orgSlug = identity.table("org_slug", { slug: text().primaryKey(), orgId: orgId() }, (t) => [
  unique("org_slug_org_key").on(t.orgId),
]);

/**
 * The orgs that a person may try: a directory across orgs, ids only. What they may do in one, and whether they may still
 * enter, stands in its `tenancy.membership` alone.
 */
export const userOrg = identity.table(
  "user_org",
  {
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => user.id),
    orgId: orgId(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.orgId] }), index("user_org_org_idx").on(t.orgId)],
);

/**
 * People who run the platform. The app role may only read it: the owner's connection alone grants and revokes
 * (scripts/operator.ts), so that no bug of the app can make an operator.
 */
export const operator = identity.table("operator", {
  userId: uuid()
    .primaryKey()
    .$type<UserId>()
    .references(() => user.id),
  since: instant().notNull().defaultNow(),
});
