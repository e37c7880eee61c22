import { sql } from "drizzle-orm";
import { beforeEach, expect, test } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { getRawBody } from "@/server/answers";
import { importCaptures } from "@/server/imports";
import { newId, type OrgId, type UserId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { createScene, outside } from "@/server/runs/testing/run-scene";
import { getRetention, purgeRawBodies, saveRetention } from ".";

const { inspect } = testDatabase({ max: 10 });
outside();

type Scene = Awaited<ReturnType<typeof createScene>>;
let scene: Scene;
beforeEach(async () => {
  scene = await createScene({ credits: 1_000, prompts: ["Which desk?"] });
});

/** An import of three answers whose run ended so many days ago. */
async function importEnded(daysAgo: number, of: Scene = scene): Promise<void> {
  const content = [1, 2, 3]
    .map((n) =>
      JSON.stringify({
        engine: "chatgpt",
        prompt: `Which desk, ${daysAgo} days ago?`,
        text: `Halvorn, ${n}.`,
        capturedAt: `2025-01-0${n}T09:00:00Z`,
      }),
    )
    .join("\n");
  await asOrg(of.orgId, async () =>
    unwrap(await importCaptures({ projectId: of.projectId, content, idempotencyKey: crypto.randomUUID() })),
  );
  await inspect(
    `update tracking.run set closed_at = now() - $2::int * interval '1 day'
     where org_id = $1 and closed_at > now() - interval '1 hour'`,
    [of.orgId, daysAgo],
  );
}

const save = (rawBodyDays: number | null) =>
  asOrg(scene.orgId, async () => unwrap(await saveRetention({ rawBodyDays })));
const get = () => asOrg(scene.orgId, async () => unwrap(await getRetention()));
const purge = () => asOrg(scene.orgId, async () => unwrap(await purgeRawBodies()).bodies);
const count = async (table: string, orgId: OrgId = scene.orgId) =>
  Number((await inspect(`select count(*) from ${table} where org_id = $1`, [orgId]))[0]?.count);

test("what is older than the org keeps it goes, once; younger ones, answers and other orgs' stay", async () => {
  const other = await createScene({ credits: 1, prompts: ["Which lamp?"] });
  await importEnded(400, other);
  for (const days of [400, 100, 20]) await importEnded(days);
  // Without a setting nothing goes.
  expect(await purge()).toBe(0);
  expect((await get()).older).toEqual([
    { days: 1_095, answers: 0 },
    { days: 365, answers: 3 },
    { days: 180, answers: 3 },
    { days: 90, answers: 6 },
    { days: 30, answers: 6 },
  ]);
  await save(90);
  expect([await purge(), await purge()]).toEqual([6, 0]);
  expect([await count("tracking.raw_body"), await count("tracking.answer")]).toEqual([3, 9]);
  expect(await count("tracking.raw_body", other.orgId)).toBe(3);
  expect(await get()).toMatchObject({ rawBodyDays: 90, older: [{}, {}, {}, { answers: 0 }, { answers: 0 }] });
});

test("two that purge at once delete each body once, and what ages later goes later", async () => {
  for (const days of [200, 190, 180, 170]) await importEnded(days);
  await save(90);
  const purged = await Promise.all(Array.from({ length: 4 }, purge));
  expect(purged.reduce((sum, bodies) => sum + bodies, 0)).toBe(12);
  await importEnded(100);
  expect(await purge()).toBe(3);
});

test("the database itself refuses to delete what is kept, whatever the app says", async () => {
  await importEnded(40);
  const remove = () =>
    asOrg(scene.orgId, () =>
      withTenant(async (tx) => ok(await tx.execute(sql`delete from tracking.raw_body`))),
    );
  await expect(remove()).rejects.toThrow();
  await save(60);
  await expect(remove()).rejects.toThrow();
  expect(await count("tracking.raw_body")).toBe(3);
  // Control: with age it is let through.
  await save(30);
  await remove();
  expect(await count("tracking.raw_body")).toBe(0);
});

test("an answer whose body is gone says so, and keeps its hash", async () => {
  await importEnded(100);
  await save(30);
  await purge();
  const [row] = await inspect("select id, raw_sha256 from tracking.answer where org_id = $1 limit 1", [
    scene.orgId,
  ]);
  const read = await asOrg(scene.orgId, () => getRawBody({ answerId: String(row?.id) }));
  expect(read).toMatchObject({ ok: false, error: { code: "not_found" } });
  expect(row?.raw_sha256).toMatch(/^[0-9a-f]{64}$/);
});

test("only owners and admins change it, it is on record, and a time out of bounds is refused", async () => {
  const userId = newId<UserId>();
  for (const role of ["member", "viewer", "client_viewer"] as const)
    expect(
      await asOrg(scene.orgId, () => saveRetention({ rawBodyDays: 90 }), { kind: "user", userId, role }),
    ).toMatchObject({ ok: false, error: { code: "forbidden" } });
  for (const rawBodyDays of [0, 29, 3_651, 45.5])
    expect(await asOrg(scene.orgId, () => saveRetention({ rawBodyDays }))).toMatchObject({ ok: false });
  for (const days of [90, 90, null]) await save(days);
  const rows = await inspect(
    "select before, after from ops.audit_log where org_id = $1 and action = 'retention.change' order by id",
    [scene.orgId],
  );
  expect(rows).toEqual([
    { before: { rawBodyDays: null }, after: { rawBodyDays: 90 } },
    { before: { rawBodyDays: 90 }, after: { rawBodyDays: null } },
  ]);
});
