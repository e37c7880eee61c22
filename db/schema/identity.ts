import { bigint, index, integer, jsonb, pgSchema, primaryKey, text, unique, uuid } from "drizzle-orm/pg-core";
import type { UserId } from "../../server/kernel/id";
import { bytea, createdAt, instant, orgId } from "./columns";

export const identity = pgSchema("identity");

/** A person. Stands above orgs (one person may belong to several), so it carries no org_id and no tenant's data. */
export const user = identity.table(
  "user",
  {
    id: uuid().primaryKey().$type<UserId>(),
    email: text().notNull(),
    name: text().notNull(),
    /** A session counts while it carries this number: raised, every session of the person has ended. */
    sessionVersion: integer().notNull().default(1),
    createdAt: createdAt(),
  },
  (t) => [unique("user_email_key").on(t.email)],
);

/** What proves once that somebody reads an address, or has just signed in: SHA-256 of it alone. Purged with age. */
export const proof = identity.table(
  "proof",
  {
    hash: bytea().primaryKey(),
    purpose: text().notNull(),
    /** Whose it is; null while there is nobody yet. */
    userId: uuid()
      .$type<UserId>()
      .references(() => user.id),
    email: text().notNull(),
    /** What else it stands for, by purpose: the name of a new person, the address to change to. */
    detail: jsonb().notNull().$type<Record<string, unknown>>(),
    createdAt: createdAt(),
    expiresAt: instant().notNull(),
    usedAt: instant(),
  },
  (t) => [index("proof_user_idx").on(t.userId), index("proof_age_idx").on(t.expiresAt)],
);

/** How often something was tried in a window of time, by a hash of what is limited: an address, an IP address. */
export const attempt = identity.table(
  "attempt",
  { key: text().primaryKey(), tries: integer().notNull(), endsAt: instant().notNull() },
  (t) => [index("attempt_age_idx").on(t.endsAt)],
);

/** Mail that nobody sent, for development: server/mail says when. */
export const unsentMail = identity.table("unsent_mail", {
  id: bigint({ mode: "number" }).primaryKey().generatedAlwaysAsIdentity(),
  recipient: text().notNull(),
  subject: text().notNull(),
  text: text().notNull(),
  html: text().notNull(),
  createdAt: createdAt(),
});

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
 * The orgs whose free plan brings credits, by who made them: a person has as many as there are numbers of seats
 * (server/plans/plans.ts). A directory across orgs, ids only; never given back, also when the person's account is gone.
 */
export const freeSeat = identity.table(
  "free_seat",
  {
    userId: uuid().notNull().$type<UserId>(),
    seat: integer().notNull(),
    orgId: orgId(),
  },
  (t) => [primaryKey({ columns: [t.userId, t.seat] }), unique("free_seat_org_key").on(t.orgId)],
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
