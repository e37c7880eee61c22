import { and, eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { membership } from "@/db/schema";
import { withTenant } from "@/db/tenant";
import { asOrg, inOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { addMember, makeUser } from "@/server/accounts";
import type { Role } from "@/server/kernel/context";
import type { OrgId, UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { changeRole, listMembers, removeMember } from "./index";

const { inspect } = testDatabase();
const actor = { kind: "system" as const, job: "test" };
const person = async () => {
  const name = `p-${crypto.randomUUID()}`;
  return unwrap(await makeUser({ email: `${name}@example.com`, name }));
};
async function twoOwners() {
  const [one, two] = [await person(), await person()];
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Raced" }, actor, "test", one));
  await inOrg(orgId, (tx) => addMember(tx, two, "owner"));
  return { orgId, workspaceId, one, two };
}
const as = <T>(orgId: OrgId, userId: UserId, role: Role, work: () => Promise<T>) =>
  asOrg(orgId, work, { kind: "user", userId, role });
const owners = async (orgId: OrgId) =>
  Number(
    (
      await inspect("select count(*) as n from tenancy.membership where org_id = $1 and role = 'owner'", [
        orgId,
      ])
    )[0]?.n,
  );

test("the last owner can't leave, be removed or be demoted, and a second owner makes all three possible", async () => {
  const { orgId, one, two } = await twoOwners();
  unwrap(await as(orgId, one, "owner", () => changeRole({ userId: two, role: "admin" })));
  for (const refused of [
    () => removeMember({ userId: one }),
    () => changeRole({ userId: one, role: "viewer" as const }),
  ])
    expect(await as(orgId, one, "owner", refused)).toMatchObject({ ok: false, error: { code: "conflict" } });
  unwrap(await as(orgId, one, "owner", () => changeRole({ userId: two, role: "owner" })));
  unwrap(await as(orgId, one, "owner", () => removeMember({ userId: one })));
  expect(await owners(orgId)).toBe(1);
});

test("an owner hands the org over in one act, and only an owner of that moment", async () => {
  const { orgId, one, two } = await twoOwners();
  const third = await person();
  await inOrg(orgId, (tx) => addMember(tx, third, "viewer"));
  const handOver = (userId: UserId, role: Role = "owner") => changeRole({ userId, role, stepDown: true });
  expect(await as(orgId, one, "owner", () => handOver(one))).toMatchObject({
    ok: false,
    error: { code: "invalid_input" },
  });
  expect(await as(orgId, one, "owner", () => handOver(third, "member"))).toMatchObject({ ok: false });
  unwrap(await as(orgId, one, "owner", () => handOver(third)));
  const rolesNow = async () =>
    unwrap(await as(orgId, two, "owner", listMembers)).members.map(({ userId, role }) => [userId, role]);
  expect(await rolesNow()).toEqual(
    expect.arrayContaining([
      [one, "admin"],
      [two, "owner"],
      [third, "owner"],
    ]),
  );
  // Control: the request of one who was an owner when it came in, and isn't any more.
  const before = await rolesNow();
  expect(await as(orgId, one, "owner", () => handOver(two))).toMatchObject({
    ok: false,
    error: { code: "forbidden" },
  });
  expect(await rolesNow()).toEqual(before);
});

const RACES = 20;
test("of two owners who demote each other, or leave, at once, one remains, each time", async () => {
  let done = 0;
  for (let index = 0; index < RACES; index += 1) {
    const { orgId, one, two } = await twoOwners();
    const results = await Promise.all(
      index % 2 === 0
        ? [
            as(orgId, one, "owner", () => changeRole({ userId: two, role: "member" })),
            as(orgId, two, "owner", () => changeRole({ userId: one, role: "member" })),
          ]
        : [one, two].map((userId) => as(orgId, userId, "owner", () => removeMember({ userId }))),
    );
    expect(results.filter((result) => result.ok)).toHaveLength(1);
    expect(await owners(orgId)).toBe(1);
    done += 1;
  }
  report(
    "isolation",
    `${done} races of two owners who demote each other or leave: one owner remains in each`,
  );
});

test("control: counting without the lock leaves an org without an owner", async () => {
  const { orgId, one, two } = await twoOwners();
  let counted = 0;
  const demote = (userId: UserId) =>
    asOrg(orgId, () =>
      withTenant(async (tx) => {
        const held = await tx
          .select({ userId: membership.userId })
          .from(membership)
          .where(and(eq(membership.orgId, orgId), eq(membership.role, "owner")));
        counted += 1;
        await vi.waitUntil(() => counted === 2);
        if (held.length > 1)
          await tx
            .update(membership)
            .set({ role: "member" })
            .where(and(eq(membership.orgId, orgId), eq(membership.userId, userId)));
        return ok(undefined);
      }),
    );
  await Promise.all([demote(one), demote(two)]);
  expect(await owners(orgId)).toBe(0);
});

test("an admin decides about members, never about owners; a client viewer needs a workspace of the org", async () => {
  const { orgId, workspaceId, one, two } = await twoOwners();
  const third = await person();
  await inOrg(orgId, (tx) => addMember(tx, third, "viewer"));
  const admin = <T>(work: () => Promise<T>) => as(orgId, third, "admin", work);
  for (const refused of [
    () => changeRole({ userId: two, role: "member" as const }),
    () => changeRole({ userId: third, role: "owner" as const }),
    () => removeMember({ userId: one }),
  ])
    expect(await admin(refused)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  const client = { userId: third, role: "client_viewer" as const };
  expect(await admin(() => changeRole(client))).toMatchObject({
    ok: false,
    error: { code: "invalid_input" },
  });
  const foreign = (await twoOwners()).workspaceId;
  expect(await admin(() => changeRole({ ...client, workspaceId: foreign }))).toMatchObject({
    ok: false,
    error: { code: "not_found" },
  });
  unwrap(await admin(() => changeRole({ ...client, workspaceId })));
  expect(unwrap(await admin(listMembers)).members.find(({ you }) => you)).toMatchObject({
    role: "client_viewer",
    workspace: "Main",
  });
});
