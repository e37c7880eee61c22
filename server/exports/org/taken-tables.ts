import { ORG_TABLES, type OrgTable } from "@/db/org-tables";

/** Tables with an org's id that are not taken along, and why. */
export const LEFT_OUT: Readonly<Record<string, string>> = {
  "identity.free_seat": "the platform's count of free plans, of a person",
  "identity.org_slug": "the platform's directory of addresses",
  "identity.user_org": "the platform's directory of people; tenancy.membership says the same",
  "ops.due_schedule": "the platform's directory of schedules; tracking.schedule says the same",
  "ops.idempotency_key": "answers to requests that may come twice, kept for a day",
  "ops.open_run": "the platform's directory of runs; tracking.run says the same",
  "ops.outbox": "events on their way, ids alone",
};

/** Columns that are not taken along, and why. */
export const WITHHELD: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  "tenancy.engine_key": {
    sealed: "a provider's key, sealed",
    wrapped_key: "what the key is sealed with",
  },
  "tenancy.invite": { token_hash: "the hash of a link that was mailed" },
  "tracking.answer": { search: "an index, made of the text" },
};

/** The tables that are taken along, in the order of names. */
export const TAKEN_TABLES: readonly OrgTable[] = ORG_TABLES.filter(({ name }) => !(name in LEFT_OUT));

/** The columns of a table that are not. */
export function withheldOf({ name }: OrgTable): string[] {
  return Object.keys(WITHHELD[name] ?? {});
}
