import { expect, test, vi } from "vitest";
import { withTenant } from "@/db/tenant";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { recordAudit, verifyAudit } from "@/server/audit";
import { purgePools } from "@/server/call-limits";
import { purgeSpend } from "@/server/ceiling";
import { purgeMinutes } from "@/server/engine-health";
import { requireContext } from "@/server/kernel/context";
import { AppError } from "@/server/kernel/errors";
import { newId, type OrgId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { err, ok, unwrap } from "@/server/kernel/result";
import { createOrg, listOrgIds } from "@/server/orgs";
import { inngest } from "./client";
import { forEachOrg } from "./for-each-org";
import { orgUpkeep } from "./functions/org-upkeep";
import { startTestRuntime, until } from "./local/testing/start-test-runtime";

const database = testDatabase();
const { inspect } = database;
const actor = { kind: "system" as const, job: "test" };
const newOrg = async (name: string) => unwrap(await createOrg({ name }, actor, "test")).orgId;

test("once an hour every org's audit rows are sealed, its lots past their expiry emptied and its old answers by key forgotten", async () => {
  const orgIds = [await newOrg("One"), await newOrg("Two")];
  for (const orgId of orgIds) {
    const entry = { action: "test.upkeep", subjectType: "org", subjectId: orgId };
    await asOrg(orgId, async () => unwrap(await withTenant(async (tx) => ok(await recordAudit(tx, entry)))));
    await inspect(
      `with l as (insert into credits.lot (org_id, id, source, expires_at)
         select $1, gen_random_uuid(), 'grant', now() + at * interval '1 hour' from generate_series(-1, 1, 2) at
         returning org_id, id)
       insert into credits.entry (org_id, lot_id, amount, kind, idem_key, ref_type, ref_id, actor)
       select org_id, id, 40, 'grant', 'grant:' || id, 'test', 'test', 'test' from l`,
      [orgId],
    );
    await inspect(
      `insert into ops.idempotency_key (org_id, key, action, fingerprint, response, actor, created_at)
       values ($1, 'old', 'x', '', '{}', '', now() - interval '31 days'), ($1, 'new', 'x', '', '{}', '', now())`,
      [orgId],
    );
  }
  const clock = { iso: "2030-01-01T12:16:30Z", now: () => new Date(clock.iso) };
  const options = { cronClock: clock, cronIntervalMs: 5 };
  const runtime = await startTestRuntime(database, inngest, [orgUpkeep], options);
  clock.iso = "2030-01-01T12:17:01Z";
  const kept = () => inspect("select key from ops.idempotency_key order by key");
  await until(async () => (await kept()).length === 2);
  await runtime.idle();
  expect(await kept()).toEqual([{ key: "new" }, { key: "new" }]);
  for (const orgId of orgIds) {
    const balance = await inspect("select sum(amount)::int as left from credits.entry where org_id = $1", [
      orgId,
    ]);
    expect(balance).toEqual([{ left: 40 }]);
    const verdict = await asOrg(orgId, async () => unwrap(await verifyAudit()));
    expect(verdict).toMatchObject({ breaks: [], seals: 1, unsealedRows: 0 });
    expect(verdict.sealedRows).toBeGreaterThan(1);
  }
});

test("with it the platform's own counters are forgotten when they are old, and not before", async () => {
  await inspect(`insert into ops.engine_minute select 'chatgpt', now() - days * interval '1 day', 0, 0, 0, 0, '{}'
    from unnest('{7,9}'::int[]) days`);
  await inspect(`insert into ops.spend select 'engine:chatgpt', (now() at time zone 'utc')::date - days, 1
    from unnest('{395,397}'::int[]) days`);
  await inspect(`insert into ops.call_pool select 'chatgpt', 'h' || hours, '{}', 0, now() - hours * interval '1 hour'
    from unnest('{23,25}'::int[]) hours`);
  const purged = [await purgeMinutes(), await purgeSpend(), await purgePools()].map(unwrap);
  expect(purged).toEqual([{ purged: 1 }, { purged: 1 }, { purged: 1 }]);
  const again = [await purgeMinutes(), await purgeSpend(), await purgePools()].map(unwrap);
  expect(again).toEqual([{ purged: 0 }, { purged: 0 }, { purged: 0 }]);
});

test("orgs come in pages, each once", async () => {
  await inspect(
    "insert into identity.org_slug (slug, org_id) select 'paged-' || i, gen_random_uuid() from generate_series(1, 450) i",
  );
  const seen: OrgId[] = [];
  let page = unwrap(await listOrgIds(null));
  for (;;) {
    seen.push(...page.orgIds);
    if (page.next === null) break;
    page = unwrap(await listOrgIds(page.next));
  }
  const [all] = await inspect("select count(*)::int as n from identity.org_slug");
  expect([seen.length, new Set(seen).size]).toEqual([all?.n, all?.n]);
});

test("an org where the work is refused or breaks keeps no other waiting", async () => {
  const orgIds = Array.from({ length: 4 }, () => newId<OrgId>());
  const done: OrgId[] = [];
  const verb = async () => {
    const { orgId } = requireContext();
    if (orgId === orgIds[1]) return err(new AppError("busy", "Try again."));
    if (orgId === orgIds[2]) throw new Error("the network went away");
    done.push(orgId);
    return ok(undefined);
  };
  const logged = vi.spyOn(logger, "warn").mockImplementation(() => {});
  expect(await forEachOrg(orgIds, "org-upkeep", "run-1", verb)).toEqual({ orgs: 4, failed: 2 });
  expect(logged.mock.calls.map(([line]) => line)).toMatchObject([{ orgId: orgIds[1] }, { orgId: orgIds[2] }]);
  logged.mockRestore();
  expect(done).toEqual([orgIds[0], orgIds[3]]);
});
