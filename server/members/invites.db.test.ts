import { expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg, inOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { addMember, makeUser } from "@/server/accounts";
import type { Role } from "@/server/kernel/context";
import type { UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import {
  acceptInvite,
  inviteMember,
  listInvites,
  readInvitation,
  removeMember,
  resendInvite,
  revokeInvite,
} from "./index";
import { readOpenInvite } from "./open-invite";

const { inspect } = testDatabase({ max: 24 });

async function person(email = `p-${crypto.randomUUID()}@example.com`) {
  return { userId: unwrap(await makeUser({ email, name: "Person" })), email };
}

async function scene() {
  const owner = await person();
  const made = unwrap(
    await createOrg({ name: "Inviting" }, { kind: "system", job: "test" }, "test", owner.userId),
  );
  const as = <T>(role: Role, work: () => Promise<T>, userId: UserId = owner.userId) =>
    asOrg(made.orgId, work, { kind: "user", userId, role });
  return { ...made, owner, as };
}
type Scene = Awaited<ReturnType<typeof scene>>;

/** The token that was mailed to that address last. */
async function tokenOf(email: string): Promise<string> {
  return vi.waitFor(async () => {
    const [mail] = await inspect(
      "delete from identity.unsent_mail where id = (select max(id) from identity.unsent_mail where recipient = $1) returning text",
      [email],
    );
    const [, token] = /invite\?token=([\w.-]+)/.exec(String(mail?.text)) ?? [];
    if (token === undefined) throw new Error("no mail yet");
    return token;
  });
}

async function invited({ as }: Scene, role: "member" | "owner" = "member") {
  const guest = await person();
  const { inviteId } = unwrap(await as("owner", () => inviteMember({ email: guest.email, role })));
  return { guest, inviteId, token: await tokenOf(guest.email) };
}

const rolesOf = (orgId: string, userId: string) =>
  inspect("select role from tenancy.membership where org_id = $1 and user_id = $2", [orgId, userId]);
const refused = (code: string) => ({ ok: false, error: { code } });
const says = async (token: string, reader: Awaited<ReturnType<typeof person>> | null) =>
  unwrap(await readInvitation(token, reader, "test"));

test("who is invited reads who invites to what, joins once, and is what the invitation said", async () => {
  const org = await scene();
  const { guest, token } = await invited(org);
  expect(await says(token, null)).toMatchObject({
    kind: "open",
    org: "Inviting",
    invitedBy: "Person",
    reader: "nobody",
  });
  expect(await says(token, guest)).toMatchObject({ kind: "open", role: "member", reader: "invited" });
  expect(unwrap(await acceptInvite(token, guest, "joined"))).toEqual({ slug: org.slug });
  expect(await rolesOf(org.orgId, guest.userId)).toEqual([{ role: "member" }]);
  expect(await says(token, guest)).toMatchObject({ kind: "member", slug: org.slug });
  const rows = await inspect(
    "select actor, action from ops.audit_log where request_id = 'joined' order by id",
  );
  expect(rows).toEqual(
    ["member.add", "invite.accept"].map((action) => ({ actor: `user:${guest.userId}`, action })),
  );
  expect(unwrap(await org.as("owner", listInvites))).toEqual([]);
});

const AT_ONCE = 20;
test("of twenty who accept one invitation at once one joins: app/(auth)/invite/actions.ts", async () => {
  const org = await scene();
  const { guest, token } = await invited(org);
  const answers = await Promise.all(
    Array.from({ length: AT_ONCE }, () => acceptInvite(token, guest, "raced")),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  expect(await rolesOf(org.orgId, guest.userId)).toHaveLength(1);
  expect(
    await inspect(
      "select count(*)::int from ops.audit_log where request_id = 'raced' and action = 'invite.accept'",
    ),
  ).toEqual([{ count: 1 }]);
  report("isolation", `${AT_ONCE} acceptances of one invitation at once: one membership, one row on record`);
});

test("control: read without its lock, all twenty find the invitation open", async () => {
  const org = await scene();
  const { token } = await invited(org);
  let found = 0;
  await Promise.all(
    Array.from({ length: AT_ONCE }, () =>
      asOrg(org.orgId, () =>
        withTenant(async (tx) => {
          if (await readOpenInvite(tx, token, "to read")) found += 1;
          await vi.waitUntil(() => found === AT_ONCE);
          return ok(undefined);
        }),
      ),
    ),
  );
  expect(found).toBe(AT_ONCE);
});

test("another address is told so, and doesn't get in; it isn't told which one was meant", async () => {
  const org = await scene();
  const [{ guest, token }, stranger] = [await invited(org), await person()];
  const said = await says(token, stranger);
  expect(said).toMatchObject({ kind: "open", reader: "another" });
  expect(JSON.stringify(said)).not.toContain(guest.email);
  expect(await acceptInvite(token, stranger, "test")).toMatchObject(refused("forbidden"));
  expect(await rolesOf(org.orgId, stranger.userId)).toEqual([]);
  // Control: it was the address alone.
  unwrap(await acceptInvite(token, guest, "test"));
});

test("used, taken back, sent anew, too old, made up, of another org, of one who lost their role: the same words", async () => {
  const [org, other] = [await scene(), await scene()];
  const late = await invited(org);
  await inspect("update tenancy.invite set expires_at = now() where id = $1", [late.inviteId]);
  const back = await invited(org);
  unwrap(await org.as("owner", () => revokeInvite({ inviteId: back.inviteId })));
  const anew = await invited(org);
  expect(await org.as("owner", () => resendInvite({ inviteId: anew.inviteId }))).toMatchObject(
    refused("conflict"),
  );
  await inspect("update tenancy.invite set sent_at = now() - interval '2 minutes' where id = $1", [
    anew.inviteId,
  ]);
  unwrap(await org.as("owner", () => resendInvite({ inviteId: anew.inviteId })));
  const admin = await person();
  await inOrg(org.orgId, (tx) => addMember(tx, admin.userId, "admin"));
  const guest = await person();
  unwrap(await org.as("admin", () => inviteMember({ email: guest.email, role: "viewer" }), admin.userId));
  const lost = { guest, token: await tokenOf(guest.email) };
  unwrap(await org.as("owner", () => removeMember({ userId: admin.userId })));
  const moved = anew.token.replace(org.orgId, other.orgId);
  const made = `${org.orgId}.${"a".repeat(43)}`;
  const tries = [
    late,
    back,
    anew,
    lost,
    { guest, token: moved },
    { guest, token: made },
    { guest, token: "x" },
  ];
  const words = new Set<string>();
  for (const { guest: who, token } of tries) {
    expect(await says(token, who)).toEqual({ kind: "gone" });
    const answer = await acceptInvite(token, who, "test");
    words.add(answer.ok ? "in" : `${answer.error.code} ${answer.error.message}`);
  }
  expect(words.size).toBe(1);
  expect([...words][0]).toMatch(/^conflict/);
  expect(
    unwrap(await org.as("owner", listInvites))
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(["expired", "open", "sender gone"]);
  // Control: the link that was sent anew works.
  unwrap(await acceptInvite(await tokenOf(anew.guest.email), anew.guest, "test"));
});

test("a member is invited in vain, an invited address once, and a known one like an unknown one", async () => {
  const org = await scene();
  const invite = (email: string) => org.as("owner", () => inviteMember({ email, role: "member" }));
  expect(await invite(org.owner.email.toUpperCase())).toMatchObject(refused("conflict"));
  const known = await person();
  const answers = [await invite(known.email), await invite(`nobody-${crypto.randomUUID()}@example.com`)];
  for (const answer of answers) expect(answer).toEqual({ ok: true, value: { inviteId: expect.any(String) } });
  expect(await invite(known.email)).toMatchObject(refused("conflict"));
  expect(await inspect("select 1 from identity.\"user\" where email like 'nobody-%'")).toEqual([]);
});

test("an admin invites no owner; whoever is below invites nobody and sees no invitation", async () => {
  const org = await scene();
  const toBe = (role: Role) => ({ email: `x-${crypto.randomUUID()}@example.com`, role });
  expect(await org.as("admin", () => inviteMember(toBe("owner")))).toMatchObject(refused("forbidden"));
  expect(await org.as("member", () => inviteMember(toBe("viewer")))).toMatchObject(refused("forbidden"));
  expect(await org.as("member", listInvites)).toMatchObject(refused("forbidden"));
  expect(await org.as("admin", () => inviteMember(toBe("client_viewer")))).toMatchObject(
    refused("invalid_input"),
  );
  const { inviteId } = await invited(org, "owner");
  expect(await org.as("admin", () => revokeInvite({ inviteId }))).toMatchObject(refused("forbidden"));
  expect(unwrap(await org.as("admin", listInvites))).toHaveLength(1);
});

test("of forty invitations of an org at once twenty go out, and no token stands in the database", async () => {
  const org = await scene();
  const answers = await Promise.all(
    Array.from({ length: 40 }, (_, index) =>
      org.as("owner", () => inviteMember({ email: `many-${index}-${org.slug}@example.com`, role: "viewer" })),
    ),
  );
  expect(answers.filter(({ ok }) => ok)).toHaveLength(20);
  for (const answer of answers.filter(({ ok }) => !ok)) expect(answer).toMatchObject(refused("busy"));
  expect(unwrap(await org.as("owner", listInvites))).toHaveLength(20);
  const sent = answers.findIndex(({ ok }) => ok);
  const token = await tokenOf(`many-${sent}-${org.slug}@example.com`);
  const [, secret = ""] = token.split(".");
  const rows = await inspect(
    "select i::text as row from tenancy.invite i union all select a::text from ops.audit_log a",
  );
  expect(rows.filter(({ row }) => String(row).includes(secret))).toEqual([]);
  // Control: the end of the window.
  await inspect("update identity.attempt set ends_at = now()");
  expect(
    await org.as("owner", () => inviteMember({ email: "late@example.com", role: "viewer" })),
  ).toMatchObject({ ok: true });
});
