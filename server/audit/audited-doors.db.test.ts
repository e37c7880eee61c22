import { afterAll, afterEach, describe, expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg, createTestOrg } from "@/db/testing/factories";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { newId, type UserId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { ok, unwrap } from "@/server/kernel/result";
import { outside } from "@/server/runs/testing/run-scene";
import { callMutation, mutationPaths } from "@/server/trpc/testing/doors";
import { memberScene } from "@/server/trpc/testing/member-scene";
import { MUTATION_SCENES, PLATFORM_MUTATIONS } from "@/server/trpc/testing/mutation-scenes";
import { CHANGE_NOTHING } from "@/server/trpc/testing/procedures";
import { recordAudit } from "./record-audit";
import { AUDITED_DOORS, type AuditedDoor } from "./testing/audited-doors";
import { hashOfDatabase } from "./testing/database-hash";

const { inspect } = testDatabase();
outside();
afterEach(() => vi.restoreAllMocks());

let [written, wrote, left] = [0, 0, 0];
afterAll(() =>
  report(
    "audit",
    `${wrote} mutating verbs wrote ${written} rows in the transactions of their changes; of ${left} whose row was refused nothing stood`,
  ),
);

/** A try counts before it is made, whatever comes of it: else it would limit nothing. */
const COUNTS_TRIES = ["identity.attempt"];

const rowsOf = (requestId: string) =>
  inspect("select * from ops.audit_log where request_id = $1 order by id", [requestId]);

test("every mutation is known: it has a scene, or belongs to the platform", () => {
  const known = [...Object.keys(MUTATION_SCENES), ...PLATFORM_MUTATIONS];
  expect(mutationPaths().toSorted()).toEqual(known.toSorted());
  expect(Object.keys(AUDITED_DOORS).length).toBeGreaterThan(10);
});

describe("what claims to change nothing leaves every row as it is", () => {
  test.each(CHANGE_NOTHING)("%s", async (path) => {
    const scene = await memberScene(inspect);
    const input = (await MUTATION_SCENES[path]?.input(scene)) ?? {};
    const before = await hashOfDatabase(inspect);
    expect(await callMutation(scene, path, input)).toMatchObject({ status: 200 });
    expect(await hashOfDatabase(inspect)).toBe(before);
  });
});

describe.each(Object.entries(AUDITED_DOORS))("%s", (_, door: AuditedDoor) => {
  test("writes who did what, in which request, and what it was before and after", async () => {
    const scene = await memberScene(inspect);
    const call = await door.prepare(scene);
    const requestId = `request-${crypto.randomUUID()}`;
    const before = await hashOfDatabase(inspect, ["ops.audit_log"]);
    expect(await call(requestId)).toMatchObject({ status: 200 });
    // It did change something besides.
    expect(await hashOfDatabase(inspect, ["ops.audit_log"])).not.toBe(before);
    const rows = await rowsOf(requestId);
    expect(rows.map(({ action }) => action)).toEqual(door.actions);
    for (const row of rows) {
      expect(row.actor).toBe(door.actor === "owner" ? `user:${scene.userId}` : "system:scene");
      if (door.newOrg) expect(row.org_id).not.toBe(scene.orgId);
      else expect(row.org_id).toBe(scene.orgId);
      expect(row.subject_id).toMatch(/^[0-9a-f-]{36}$/);
    }
    if (door.changed) expect(rows.at(-1)).toMatchObject(door.changed);
    written += rows.length;
    wrote += 1;
  });

  test("leaves nothing behind when its audit row can't be written", async () => {
    vi.spyOn(logger, "error").mockImplementation(() => {});
    const scene = await memberScene(inspect);
    const call = await door.prepare(scene);
    const before = await hashOfDatabase(inspect, COUNTS_TRIES);
    await inspect(`create function public.refuse_audit() returns trigger language plpgsql as
      $$ begin raise exception 'no audit row today'; end $$;
      create trigger refuse_audit before insert on ops.audit_log execute function public.refuse_audit()`);
    try {
      expect(await call("request-without-audit")).toMatchObject({ status: 500 });
      expect(await hashOfDatabase(inspect, COUNTS_TRIES)).toBe(before);
    } finally {
      await inspect("drop function public.refuse_audit() cascade");
    }
    left += 1;
    // Control: the row was all that stood in its way.
    expect(await call("request-with-audit")).toMatchObject({ status: 200 });
    expect(await hashOfDatabase(inspect, COUNTS_TRIES)).not.toBe(before);
  });
});

test("a brand that is renamed is on record under both its names", async () => {
  const scene = await memberScene(inspect);
  const { projectId, ownBrandId } = scene;
  const wanted = { projectId, brandId: ownBrandId, name: "Halvorn Desks", domains: ["halvorn.example"] };
  await callMutation(scene, "brands.save", wanted, "request-of-the-rename");
  expect(await rowsOf("request-of-the-rename")).toMatchObject([
    {
      action: "brand.change",
      before: { name: "Halvorn", aliases: [], domains: [] },
      after: { name: "Halvorn Desks", domains: ["halvorn.example"] },
    },
  ]);
});

test("each kind of actor is on record as what it is", async () => {
  const orgId = await createTestOrg();
  const userId = newId<UserId>();
  const actors: readonly [Actor, string][] = [
    [{ kind: "user", userId, role: "owner" }, `user:${userId}`],
    [{ kind: "api_key", apiKeyId: "key-1", role: "member" }, "api_key:key-1"],
    [{ kind: "system", job: "close-run" }, "system:close-run"],
    [{ kind: "webhook", source: "stripe" }, "webhook:stripe"],
    [{ kind: "operator", userId }, `operator:${userId}`],
  ];
  for (const [actor] of actors) {
    const entry = { action: "test.actors", subjectType: "org", subjectId: orgId };
    const work = () => withTenant(async (tx) => ok(await recordAudit(tx, entry)));
    unwrap(await asOrg(orgId, work, actor));
  }
  const rows = await inspect("select actor from ops.audit_log where action = 'test.actors' order by id");
  expect(rows.map(({ actor }) => actor)).toEqual(actors.map(([, label]) => label));
});

test("what looks like a secret stands in no column of a row, whoever hands it over", async () => {
  const orgId = await createTestOrg();
  const canary = `canary-${crypto.randomUUID()}`;
  const fields = { apiKey: canary, nested: { password: canary, header: `Bearer ${canary}` } };
  const entry = { action: "test.secrets", subjectType: "org", subjectId: orgId };
  const work = () =>
    withTenant(async (tx) =>
      ok(await recordAudit(tx, { ...entry, before: fields, after: fields, detail: fields })),
    );
  unwrap(await asOrg(orgId, work));
  const [row] = await inspect("select a::text as text from ops.audit_log a where action = 'test.secrets'");
  expect(row?.text).toMatch(/redacted/);
  expect(row?.text).not.toContain(canary);
});
