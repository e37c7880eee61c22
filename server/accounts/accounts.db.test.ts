import { expect, test } from "vitest";
import { inOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { addMember, enterOrg, listMyOrgs, makeUser, renameUser } from "@/server/accounts";
import type { OrgId, UserId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";

const { inspect } = testDatabase();
const actor = { kind: "system" as const, job: "test" };

let people = 0;
const newPerson = async () => {
  people += 1;
  return unwrap(await makeUser({ email: `person-${people}@example.com`, name: "Person" }));
};
const newOrg = async (name: string, owner?: UserId) =>
  unwrap(await createOrg({ name }, actor, "test", owner));
const enter = async (userId: UserId, slug: string) => enterOrg(userId, slug, "request-1");
const setRole = (orgId: OrgId, userId: UserId, role: string) =>
  inspect("update tenancy.membership set role = $3 where org_id = $1 and user_id = $2", [
    orgId,
    userId,
    role,
  ]);

test("the same e-mail address is the same person, however it is written", async () => {
  const first = unwrap(await makeUser({ email: "Ann@Example.com", name: "Ann" }));
  expect(unwrap(await makeUser({ email: "ann@example.COM", name: "Another" }))).toBe(first);
  expect(await inspect(`select name from identity."user" where id = $1`, [first])).toEqual([{ name: "Ann" }]);
});

test("a member enters with the role of the membership, and acts as that person", async () => {
  const owner = await newPerson();
  const org = await newOrg("Entered", owner);
  expect(unwrap(await enter(owner, org.slug))).toEqual({
    orgId: org.orgId,
    actor: { kind: "user", userId: owner, role: "owner" },
    requestId: "request-1",
  });
});

test("an org that isn't there and one of somebody else are refused in the same words", async () => {
  const [owner, stranger] = [await newPerson(), await newPerson()];
  const org = await newOrg("Closed", owner);
  const answers = [await enter(stranger, org.slug), await enter(stranger, "no-such-org")];
  for (const answer of answers) expect(answer).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(new Set(answers.map((answer) => !answer.ok && answer.error.message)).size).toBe(1);
});

test("a changed role counts from the next request on, and so does the end of a membership", async () => {
  const owner = await newPerson();
  const org = await newOrg("Changing", owner);
  await setRole(org.orgId, owner, "viewer");
  expect(unwrap(await enter(owner, org.slug)).actor).toMatchObject({ role: "viewer" });
  await inspect("delete from tenancy.membership where org_id = $1", [org.orgId]);
  expect(await enter(owner, org.slug)).toMatchObject({ ok: false, error: { code: "not_found" } });
});

test("a person sees their orgs by name with their roles, and none that they left or never entered", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  const [zeta, alpha, left] = [
    await newOrg("Zeta", person),
    await newOrg("Alpha", other),
    await newOrg("Left", person),
  ];
  await newOrg("Foreign", other);
  await inOrg(alpha.orgId, (tx) => addMember(tx, person, "viewer"));
  await inspect("delete from tenancy.membership where org_id = $1", [left.orgId]);
  expect(unwrap(await listMyOrgs(person, "request-2"))).toEqual([
    { orgId: alpha.orgId, slug: alpha.slug, name: "Alpha", role: "viewer" },
    { orgId: zeta.orgId, slug: zeta.slug, name: "Zeta", role: "owner" },
  ]);
});

test("orgs of one name get addresses of their own, also when they are made at once", async () => {
  const made = await Promise.all(Array.from({ length: 8 }, () => newOrg("Twin Peaks")));
  expect(made.map((org) => org.slug).toSorted()).toEqual([
    "twin-peaks",
    ...Array.from({ length: 7 }, (_, index) => `twin-peaks-${index + 2}`),
  ]);
});

test("an org can't take an address that is the site's own", async () => {
  expect((await newOrg("Pricing")).slug).toBe("pricing-2");
});

test("a name is changed for the person alone, and an empty or endless one is refused", async () => {
  const [person, other] = [await newPerson(), await newPerson()];
  unwrap(await renameUser(person, { name: " Bea Brandt " }));
  for (const name of ["", "  ", "x".repeat(101)])
    expect(await renameUser(person, { name })).toMatchObject({ ok: false, error: { code: "invalid_input" } });
  const rows = await inspect(`select name from identity."user" where id = any($1) order by name`, [
    [person, other],
  ]);
  expect(rows).toEqual([{ name: "Bea Brandt" }, { name: "Person" }]);
});
