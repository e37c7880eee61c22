import { sql } from "drizzle-orm";
import {
  check,
  doublePrecision,
  foreignKey,
  index,
  integer,
  jsonb,
  pgSchema,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from "drizzle-orm/pg-core";
import type { Role } from "../../server/kernel/context";
import type { InviteId, ProjectId, UserId, WorkspaceId } from "../../server/kernel/id";
import { tenantPolicy } from "../policies";
import { bytea, createdAt, instant, orgId } from "./columns";
import { user } from "./identity";

export const tenancy = pgSchema("tenancy");

/** Who pays. Its own id is the org_id that every other tenant row carries. */
export const org = tenancy.table(
  "org",
  { orgId: orgId().primaryKey(), name: text().notNull(), createdAt: createdAt() },
  () => tenantPolicy(),
);

export const membership = tenancy.table(
  "membership",
  {
    orgId: orgId().references(() => org.orgId),
    userId: uuid()
      .notNull()
      .$type<UserId>()
      .references(() => user.id),
    role: text().notNull().$type<Role>(),
    /** A client viewer's alone: the workspace that they see. */
    workspaceId: uuid().$type<WorkspaceId>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.userId] }),
    check("membership_workspace_check", sql`(${t.role} = 'client_viewer') = (${t.workspaceId} is not null)`),
    ...tenantPolicy(),
  ],
);

/** Who is invited and hasn't come yet: one row an address, gone when it is accepted or taken back. */
export const invite = tenancy.table(
  "invite",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<InviteId>(),
    /** In lower case: who signs in with another address doesn't get in. */
    email: text().notNull(),
    role: text().notNull().$type<Role>(),
    /** A client viewer's alone. */
    workspaceId: uuid().$type<WorkspaceId>(),
    /** SHA-256 of the mailed token, which stands nowhere else; another one each time it is sent. */
    tokenHash: bytea().notNull(),
    /** Whoever sent it last, where that was a person. */
    invitedBy: uuid().$type<UserId>(),
    createdAt: createdAt(),
    sentAt: instant().notNull().defaultNow(),
    expiresAt: instant().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("invite_email_key").on(t.orgId, t.email),
    check("invite_workspace_check", sql`(${t.role} = 'client_viewer') = (${t.workspaceId} is not null)`),
    ...tenantPolicy(),
  ],
);

/** A client of the org, or a team. */
export const workspace = tenancy.table(
  "workspace",
  {
    orgId: orgId().references(() => org.orgId),
    id: uuid().notNull().$type<WorkspaceId>(),
    name: text().notNull(),
    /** Its part of the address; stays when the name changes. */
    slug: text().notNull(),
    /** Out of the switcher; what was measured stays readable. */
    archivedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    unique("workspace_name_key").on(t.orgId, t.name),
    uniqueIndex("workspace_slug_key").on(t.orgId, t.slug),
    ...tenantPolicy(),
  ],
);

/** What tracks one own brand against its rivals. `targetPresence` is the panel's hit threshold for streaks (0 to 1). */
export const project = tenancy.table(
  "project",
  {
    orgId: orgId(),
    id: uuid().notNull().$type<ProjectId>(),
    workspaceId: uuid().notNull().$type<WorkspaceId>(),
    name: text().notNull(),
    slug: text().notNull(),
    targetPresence: doublePrecision().notNull().default(0.5),
    /** Nothing is asked for it any more; what was measured stays readable. */
    archivedAt: instant(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.orgId, t.id] }),
    foreignKey({ columns: [t.orgId, t.workspaceId], foreignColumns: [workspace.orgId, workspace.id] }),
    unique("project_name_key").on(t.orgId, t.workspaceId, t.name),
    uniqueIndex("project_slug_key").on(t.orgId, t.workspaceId, t.slug),
    index("project_workspace_idx").on(t.orgId, t.workspaceId),
    ...tenantPolicy(),
  ],
);

/** A project that somebody has begun to set up and that isn't there yet, as they left it: one for each person. */
export const setupDraft = tenancy.table(
  "setup_draft",
  {
    orgId: orgId().references(() => org.orgId),
    userId: uuid().notNull().$type<UserId>(),
    /** As server/onboarding reads it: half of it may be missing or wrong. */
    content: jsonb().notNull().$type<unknown>(),
    updatedAt: instant().notNull().defaultNow(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.userId] }), ...tenantPolicy()],
);

/** How long an org keeps what engines sent, word for word; without a row for good. The answers that were read from it stay. */
export const retention = tenancy.table(
  "retention",
  {
    orgId: orgId()
      .primaryKey()
      .references(() => org.orgId),
    /** Days after the end of the run. */
    rawBodyDays: integer().notNull(),
    /** Raw bodies of runs that ended up to then are gone. */
    purgedThrough: instant(),
  },
  (t) => [check("retention_days_check", sql`${t.rawBodyDays} > 0`), ...tenantPolicy()],
);

/**
 * A customer's own key of a vendor, sealed (server/engine-keys/README.md): `sealed` holds it under a key of its own, and
 * `wrappedKey` that key under the master key of `masterVersion`. Of the key itself only `lastFour` can be read.
 */
export const engineKey = tenancy.table(
  "engine_key",
  {
    orgId: orgId(),
    provider: text().notNull(),
    /** New with each key that is saved: the version that the ciphertext is bound to. */
    id: uuid().notNull(),
    masterVersion: integer().notNull(),
    wrappedKey: bytea().notNull(),
    sealed: bytea().notNull(),
    lastFour: text().notNull(),
    state: text().notNull().$type<"untested" | "working" | "refused">(),
    testedAt: instant(),
    /** Whoever saved it, where that was a person. */
    savedBy: uuid().$type<UserId>(),
    createdAt: createdAt(),
  },
  (t) => [primaryKey({ columns: [t.orgId, t.provider] }), ...tenantPolicy()],
);
