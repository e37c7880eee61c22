import { beforeAll } from "vitest";
import { inOrg } from "@/db/testing/factories";
import type { TestDatabase } from "@/db/testing/test-database";
import { type ClaimKind, defineClaims } from "@/server/claims";
import { requireContext } from "@/server/kernel/context";
import { newId, type OrgId } from "@/server/kernel/id";

export const MAX_ATTEMPTS = 3;

/** A second kind of work beside asks, on a table that the test makes: parcels of a round, with a receipt as their result. */
export const PARCELS: ClaimKind = {
  name: "parcel",
  table: "claim_test.parcel",
  attempts: "tries",
  group: "round",
  waiting: "waiting",
  claimed: "on_the_way",
  leaseSeconds: 30,
  maxAttempts: MAX_ATTEMPTS,
  lostForGood: { state: "lost" },
  from: "claim_test.street s",
  where: "s.name = w.street and s.open",
  resultKept:
    "exists (select from claim_test.receipt r where r.parcel_id = w.id and r.lease_token = w.lease_token)",
  returning: "w.street, w.tries",
};

export const parcels = defineClaims<{ readonly street: string; readonly tries: number }>(PARCELS);

export interface Parcel {
  readonly state: string;
  readonly tries: number;
  readonly lease_token: string | null;
}

export function parcelTables({ inspect }: TestDatabase) {
  beforeAll(async () => {
    await inspect(`
      create schema claim_test;
      create table claim_test.street (name text primary key, open boolean not null);
      create table claim_test.parcel (org_id uuid not null, id uuid not null, round text not null, street text not null,
        state text not null, tries int not null default 0, lease_token uuid, lease_until timestamptz,
        primary key (org_id, id));
      create table claim_test.receipt (parcel_id uuid, lease_token uuid);
      insert into claim_test.street values ('Long Lane', true), ('Mud Lane', false);
      grant usage on schema claim_test to citestreak_app;
      grant select, insert, update on all tables in schema claim_test to citestreak_app`);
  });
  return {
    async post(orgId: OrgId, { street = "Long Lane", round = "morning" } = {}): Promise<string> {
      const id = newId<string>();
      await inspect("insert into claim_test.parcel values ($1, $2, $3, $4, 'waiting')", [
        orgId,
        id,
        round,
        street,
      ]);
      return id;
    },
    async read(id: string): Promise<Parcel> {
      const [row] = await inspect("select state, tries, lease_token from claim_test.parcel where id = $1", [
        id,
      ]);
      return row as unknown as Parcel;
    },
    /** As if its holder had died a lease ago. */
    expire: (id: string) =>
      inspect(
        "update claim_test.parcel set lease_until = clock_timestamp() - interval '1 ms' where id = $1",
        [id],
      ),
    keepReceipt: (id: string, token: string) =>
      inspect("insert into claim_test.receipt values ($1, $2)", [id, token]),
  };
}

const WORKERS = 16;

/** Sixteen workers at once, each in a transaction of its own; what each of them got. */
export function race<T>(attempt: () => Promise<T>): Promise<T[]> {
  return Promise.all(Array.from({ length: WORKERS }, attempt));
}

export const claimParcel = (orgId: OrgId, id: string) => inOrg(orgId, (tx) => parcels.claim(tx, id));

/** What the primitive replaces: reads, decides, writes. */
export function claimWithoutComparing(orgId: OrgId, id: string): Promise<string | null> {
  return inOrg(orgId, async (tx) => {
    const org = requireContext().orgId;
    const { rows } = await tx.execute<{ state: string }>(
      `select state from claim_test.parcel where org_id = '${org}' and id = '${id}'`,
    );
    if (rows[0]?.state !== "waiting") return null;
    const token = newId<string>();
    await tx.execute(
      `update claim_test.parcel set state = 'on_the_way', lease_token = '${token}' where org_id = '${org}' and id = '${id}'`,
    );
    return token;
  });
}
