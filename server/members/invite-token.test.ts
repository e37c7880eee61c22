import { expect, test } from "vitest";
import { runInContext } from "@/server/kernel/context";
import { newId, type OrgId } from "@/server/kernel/id";
import { hashOfInvite, newInviteToken, orgOfInvite } from "./invite-token";

const orgId = newId<OrgId>();
const inOrg = <T>(work: () => T) =>
  runInContext({ orgId, actor: { kind: "system", job: "test" }, requestId: "test" }, work);

test("a token names its org, is another one each time, and its hash holds nothing of it", () => {
  const [one, two] = [inOrg(newInviteToken), inOrg(newInviteToken)];
  expect(orgOfInvite(one.token)).toBe(orgId);
  expect(one.token).not.toBe(two.token);
  expect(one.tokenHash).toEqual(hashOfInvite(one.token));
});

test.each([
  "",
  ".",
  "made-up",
  `${orgId}`,
  `${orgId}.short`,
  `x.${"a".repeat(43)}`,
  `${orgId}.${"a".repeat(43)}.b`,
])("%j is no token", (token) => {
  expect(orgOfInvite(token)).toBeNull();
});
