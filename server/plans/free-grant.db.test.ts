import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { expireOrgLots, getBalance } from "@/server/credits";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { grantMonthlyCredits } from "./grant-monthly-credits";
import { FREE_ORGS_A_PERSON, PLANS } from "./plans";

const { inspect } = testDatabase({ max: 20 });
const at = (iso: string) => ({ now: () => new Date(iso) });
const NEXT_MONTH = at("2031-02-01T00:17:00Z");

async function newPerson(): Promise<UserId> {
  return unwrap(await makeUser({ email: `${newId<string>()}@example.com`, name: "Ada" }));
}

async function makeOrg(userId: UserId, planId: "free" | "team" = "free"): Promise<OrgId> {
  const actor = { kind: "user", userId, role: "owner" } as const;
  return unwrap(await createOrg({ name: "Desks", planId }, actor, "test", userId)).orgId;
}

const grantsOf = (orgId: OrgId) =>
  inspect(
    `select e.idem_key as key, e.amount::int, l.expires_at, e.ref_id as plan from credits.entry e
     join credits.lot l on l.org_id = e.org_id and l.id = e.lot_id
     where e.org_id = $1 and e.kind = 'grant' order by e.id`,
    [orgId],
  );
const monthly = (orgId: OrgId, clock = NEXT_MONTH) =>
  asOrg(orgId, async () => unwrap(await grantMonthlyCredits(clock)).granted);

test("an org that a person makes has its first month's credits at once, until the month ends, on record", async () => {
  const orgId = await makeOrg(await newPerson());
  const month = new Date().toISOString().slice(0, 7);
  const [grant, ...more] = await grantsOf(orgId);
  expect(more).toEqual([]);
  expect(grant).toMatchObject({ key: `grant:${orgId}:${month}`, amount: 200, plan: "free" });
  expect(new Date(String(grant?.expires_at)).toISOString()).toMatch(/-01T00:00:00\.000Z$/);
  const audited = await inspect(
    "select detail->>'amount' as amount from ops.audit_log where org_id = $1 and action = 'credits.grant'",
    [orgId],
  );
  expect(audited).toEqual([{ amount: "200" }]);
  expect(await asOrg(orgId, async () => unwrap(await grantMonthlyCredits()).granted)).toBe(0);
});

test("sixteen at once grant a month once; without the ledger's key some of them would again", async () => {
  const orgId = await makeOrg(await newPerson());
  const granted = await Promise.all(Array.from({ length: 16 }, () => monthly(orgId)));
  expect(granted.filter((amount) => amount > 0)).toEqual([200]);
  expect(await grantsOf(orgId)).toHaveLength(2);

  // The control: looking whether the month was granted, and granting then, as two statements of many at once.
  const careless = () =>
    asOrg(orgId, async () =>
      unwrap(
        await withTenant(async (tx) => {
          const seen = await tx.execute(
            sql`select from credits.entry where org_id = ${orgId} and idem_key like 'grant:careless:%'`,
          );
          if (seen.rows.length > 0) return ok(0);
          await tx.execute(sql`select pg_sleep(0.05)`);
          await tx.execute(sql`insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
            select org_id, id, 200, 'grant', 'grant:careless:' || gen_random_uuid(), 'plan', 'free', 'test'
            from credits.lot where org_id = ${orgId} limit 1`);
          return ok(200);
        }),
      ),
    );
  const twice = await Promise.all(Array.from({ length: 16 }, careless));
  expect(twice.filter((amount) => amount > 0).length).toBeGreaterThan(1);
});

test("another month brings its own credits, and what was left of the one before expires with it", async () => {
  const orgId = await makeOrg(await newPerson());
  expect(await monthly(orgId, at("2031-02-28T23:59:59Z"))).toBe(200);
  expect(await monthly(orgId, at("2031-03-01T00:00:00Z"))).toBe(200);
  await inspect(
    "update credits.lot set expires_at = now() - interval '1 second' where org_id = $1 and expires_at < $2",
    [orgId, "2031-02-15"],
  );
  await asOrg(orgId, async () => unwrap(await expireOrgLots()));
  const { balance } = await asOrg(orgId, async () => unwrap(await getBalance()));
  expect(balance).toBe(400);
});

test("a person's orgs beyond the free ones begin with nothing, also when all are made at once, and stay so", async () => {
  const userId = await newPerson();
  const orgIds = await Promise.all(Array.from({ length: 6 }, () => makeOrg(userId)));
  const granted = async () =>
    (await Promise.all(orgIds.map(grantsOf))).filter((grants) => grants.length > 0).length;
  expect(await granted()).toBe(FREE_ORGS_A_PERSON);
  for (const orgId of orgIds) await monthly(orgId);
  expect(await granted()).toBe(FREE_ORGS_A_PERSON);
  expect(await grantsOf(await makeOrg(await newPerson()))).toHaveLength(1);
});

test("no credits come by themselves on a plan that is paid for, to an org that a job made, or for a person's asking", async () => {
  const userId = await newPerson();
  const paid = await makeOrg(userId, "team");
  const { orgId: ofJob } = unwrap(await createOrg({ name: "Job" }, { kind: "system", job: "test" }, "test"));
  for (const orgId of [paid, ofJob]) expect([await monthly(orgId), await grantsOf(orgId)]).toEqual([0, []]);
  const asOwner = { kind: "user", userId, role: "owner" } as const;
  const refused = { ok: false, error: { code: "forbidden" } };
  expect(await asOrg(paid, () => grantMonthlyCredits(), asOwner)).toMatchObject(refused);
});

test("the plans of the product are those of the database, to the credit", async () => {
  const rows = await inspect(
    'select id, label, monthly_credits as "monthlyCredits" from catalog.plan order by monthly_credits',
  );
  expect(PLANS.map(({ id, label, monthlyCredits }) => ({ id, label, monthlyCredits }))).toEqual(rows);
});
