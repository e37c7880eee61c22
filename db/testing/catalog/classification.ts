/** The product's eight namespaces: every table in them is a tenant's, or stands in `exemptTables` with its reason. */
export const namespaces = [
  "identity",
  "tenancy",
  "billing",
  "credits",
  "catalog",
  "tracking",
  "insight",
  "ops",
] as const;

/** Schemas of the local runtime, owned by the queue's role. No product table may stand there. */
export const queueNamespaces = ["pgboss", "local_runtime"] as const;

export const roles = { owner: "citestreak_owner", app: "citestreak_app", queue: "citestreak_queue" } as const;

/** Tables without a tenant: why, and exactly what the app role may do with them (a column list in its grant counts). */
export const exemptTables = {
  "identity.user": {
    why: "a person stands above orgs and may belong to several",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "identity.org_slug": {
    why: "which org an address means, read before it is known who may enter: a slug and an id",
    app: ["INSERT", "SELECT", "UPDATE"],
  },
  "identity.user_org": {
    why: "the orgs that a person may try, across orgs: ids only; the membership decides",
    app: ["DELETE", "INSERT", "SELECT"],
  },
  "identity.free_seat": {
    why: "counts the orgs whose free plan brings a person credits, across orgs: ids only",
    app: ["INSERT", "SELECT"],
  },
  "identity.proof": {
    why: "hashes of links that were sent and of sign-ins that were proven, in no org; purged with age",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "identity.attempt": {
    why: "counts of tries by a hash, before anybody is known; purged with age",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "identity.unsent_mail": {
    why: "the mailbox of development, where no mail leaves: of no org, empty where mail is sent",
    app: ["DELETE", "INSERT", "SELECT"],
  },
  "identity.operator": {
    why: "who runs the platform, in no org; granted and revoked by the owner alone",
    app: ["SELECT"],
  },
  "catalog.plan": { why: "reference data, the same for everybody", app: ["SELECT"] },
  "catalog.price": { why: "the same for everybody; versions are only added", app: ["INSERT", "SELECT"] },
  "ops.outbox": { why: "ids only, swept across orgs", app: ["INSERT", "SELECT", "UPDATE"] },
  "ops.open_run": {
    why: "the janitor's directory across orgs: ids and a time",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.due_schedule": {
    why: "the scheduler's directory across orgs: ids and a time",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.flag_rule": {
    why: "the platform's own switches: flags, shares and org ids, set by operators",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.spend": {
    why: "what engines cost us a day, over all orgs: the platform's own counters, of ids and sums; purged with age",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.call_pool": {
    why: "what an engine's calls under one key share over all processes: ids, shares and counts, read before an org's context",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.engine_cost": {
    why: "what answers cost us and brought in, over all orgs: sums by day and engine, of no org",
    app: ["INSERT", "SELECT", "UPDATE"],
  },
  "ops.engine_health": {
    why: "the circuit breaker and the kill switch of each engine, the same for every org: ids, states and times",
    app: ["INSERT", "SELECT", "UPDATE"],
  },
  "ops.engine_minute": {
    why: "what calls of an engine came to, over all orgs: counts by minute, of no ask",
    app: ["DELETE", "INSERT", "SELECT", "UPDATE"],
  },
  "ops.operator_action": {
    why: "what operators did to the platform itself, in no org: ids and their reason; only added",
    app: ["INSERT", "SELECT"],
  },
  "public.schema_migration": {
    why: "the migration runner's own record: the health route reads it",
    app: ["SELECT"],
  },
} as const;

/** Refuse every change, by whomever: no grant and a statement trigger. */
export const appendOnlyTables = [
  "credits.entry",
  "credits.settlement",
  "credits.checkpoint",
  "ops.audit_log",
  "ops.audit_seal",
  "ops.operator_action",
] as const;

/**
 * Never changed by the app role, which has no grant to; the owner may, for retention. Mentions, undecided names and citations
 * are not among them: they are replaced by a person's decision, whose rows of before server/review keeps, or by another
 * reading of the stored body, whose numbers of before stand in insight.earlier_value.
 */
export const insertOnlyTables = [
  "insight.judgement",
  "credits.lot",
  "tracking.panel_version",
  "tracking.prompt",
  "tracking.imported_line",
] as const;

/**
 * Never changed by the app role, and deleted only with age: by row, the trigger function refuses what its org still keeps.
 */
export const agedTables: Readonly<Record<string, string>> = {
  "tracking.raw_body": "tracking.refuse_young_body",
};

/** Never deleted by the app role, which may change these columns alone: what another reading of the stored body replaces. */
export const rereadTables: Readonly<Record<string, readonly string[]>> = {
  "tracking.answer": [
    "state",
    "text",
    "search",
    "model_served",
    "search_triggered",
    "search_queries",
    "finish",
    "extractor_version",
    "brand_set_version",
    "controls",
  ],
};

/** SECURITY DEFINER functions, `schema.name`: each is a door through row-level security and needs its reason here. */
export const definerFunctions: Readonly<Record<string, string>> = {};

/** A Postgres array literal of names that this folder spells out itself. */
export function sqlArray(names: readonly string[]): string {
  return `'{${names.join(",")}}'::text[]`;
}
