import { expect, test } from "vitest";
import { idempotencyKey, workspace } from "@/db/schema";
import { type TenantTransaction, withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type Actor, requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId, type UserId, type WorkspaceId } from "@/server/kernel/id";
import { err, ok, type Result, unwrap } from "@/server/kernel/result";
import { once } from "./once";
import { reapIdempotencyKeys } from "./reap-idempotency-keys";

const { inspect } = testDatabase();

interface Made {
  readonly name: string;
}

async function makeWorkspace(tx: TenantTransaction, name: string): Promise<Result<Made>> {
  const { orgId } = requireContext();
  const id = newId<WorkspaceId>();
  await tx.insert(workspace).values({ orgId, id, name, slug: id });
  return ok({ name });
}

const request = (key: string, name: string) => ({ key, action: "workspace.make", input: { name } });
const make = (orgId: OrgId, key: string, name = "Main") =>
  asOrg(orgId, () => withTenant((tx) => once(tx, request(key, name), () => makeWorkspace(tx, name))));
const made = async (orgId: OrgId) =>
  (await inspect("select name from tenancy.workspace where org_id = $1 order by name", [orgId])).map(
    ({ name }) => name,
  );
const codeOf = (result: Result<unknown>) => (result.ok ? "ok" : result.error.code);

test("the key's row says who asked for what, and keeps the answer", async () => {
  const orgId = await createTestOrg();
  unwrap(await make(orgId, "key"));
  const [row] = await inspect("select * from ops.idempotency_key where org_id = $1", [orgId]);
  expect(row).toMatchObject({
    key: "key",
    action: "workspace.make",
    fingerprint: expect.stringMatching(/^[0-9a-f]{64}$/),
    response: { name: "Main" },
    actor: "system:factory",
  });
});

test("a key is the org's own: the same one in another org is another request", async () => {
  const [mine, theirs] = [await createTestOrg(), await createTestOrg()];
  unwrap(await make(mine, "key"));
  unwrap(await make(theirs, "key", "Other"));
  expect([await made(mine), await made(theirs)]).toEqual([["Main"], ["Other"]]);
});

test("the same key with another input, or for another action, is refused and does nothing", async () => {
  const orgId = await createTestOrg();
  unwrap(await make(orgId, "key"));
  expect(codeOf(await make(orgId, "key", "Other"))).toBe("key_reused");
  const other = { ...request("key", "Main"), action: "workspace.close" };
  const asked = await asOrg(orgId, () =>
    withTenant((tx) => once(tx, other, () => makeWorkspace(tx, "Other"))),
  );
  expect(codeOf(asked)).toBe("key_reused");
  expect(await made(orgId)).toEqual(["Main"]);
});

test("what was refused or threw is not an answer: the same key may try again", async () => {
  const orgId = await createTestOrg();
  const failing = (work: () => Promise<Result<Made>>) =>
    asOrg(orgId, () =>
      withTenant((tx) =>
        once(tx, request("key", "Main"), async () => {
          await makeWorkspace(tx, "Half");
          return work();
        }),
      ),
    );
  expect(codeOf(await failing(async () => err(new AppError("insufficient_credits", "Top up."))))).toBe(
    "insufficient_credits",
  );
  await expect(failing(() => Promise.reject(new Error("the network went away")))).rejects.toThrow("network");
  unwrap(await make(orgId, "key"));
  expect(await made(orgId)).toEqual(["Main"]);
});

test("while one works under a key the next is told so at once; without the lock it would wait and then break", async () => {
  const orgId = await createTestOrg();
  const inside = Promise.withResolvers<void>();
  const open = Promise.withResolvers<void>();
  const first = asOrg(orgId, () =>
    withTenant((tx) =>
      once(tx, request("key", "Main"), async () => {
        const result = await makeWorkspace(tx, "Main");
        inside.resolve();
        await open.promise;
        return result;
      }),
    ),
  );
  await inside.promise;
  expect(codeOf(await make(orgId, "key"))).toBe("in_progress");
  expect(codeOf(await make(orgId, "another", "Other"))).toBe("ok");

  // Control: the same, with the key's row as the only guard.
  const unlocked = asOrg(orgId, () =>
    withTenant(async (tx) => {
      const result = await makeWorkspace(tx, "Unlocked");
      open.resolve();
      await first;
      await tx.insert(idempotencyKey).values({
        orgId,
        key: "key",
        action: "workspace.make",
        fingerprint: "",
        response: {},
        actor: "",
      });
      return result;
    }),
  );
  await expect(unlocked).rejects.toThrow();
  unwrap(await first);
  expect(await made(orgId)).toEqual(["Main", "Other"]);
});

test("answers are forgotten after thirty days, by our own jobs alone", async () => {
  const [orgId, other] = [await createTestOrg(), await createTestOrg()];
  const age = (key: string, days: number) =>
    inspect("update ops.idempotency_key set created_at = now() - make_interval(days => $2) where key = $1", [
      key,
      days,
    ]);
  for (const owner of [orgId, other]) {
    for (const [key, days] of [["new", 0] as const, ["kept", 29] as const, ["old", 31] as const]) {
      unwrap(await make(owner, key, key));
      await age(key, days);
    }
  }
  const person: Actor = { kind: "user", userId: newId<UserId>(), role: "owner" };
  expect(codeOf(await asOrg(orgId, () => reapIdempotencyKeys(), person))).toBe("forbidden");
  expect(unwrap(await asOrg(orgId, () => reapIdempotencyKeys()))).toEqual({ reaped: 1 });
  expect(
    await inspect("select key from ops.idempotency_key where org_id = $1 order by key", [orgId]),
  ).toEqual([{ key: "kept" }, { key: "new" }]);
  expect(await inspect("select key from ops.idempotency_key where org_id = $1", [other])).toHaveLength(3);
  unwrap(await make(orgId, "old", "once more"));
});
