import { expect, test, vi } from "vitest";
import { addOperator } from "@/db/operators";
import { asOrg } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { isOn, readFlagRules } from "@/server/flags";
import { newId, type OrgId } from "@/server/kernel/id";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { enterOperations, listFlags, setFlag } from "@/server/operations";
import { listRunOptions, requestRun } from "@/server/runs";
import { outside } from "@/server/runs/testing/run-scene";
import { memberScene } from "@/server/trpc/testing/member-scene";

const { inspect, urls } = testDatabase();
outside();

async function operator() {
  const email = `flags-${crypto.randomUUID()}@example.com`;
  const userId = unwrap(await makeUser({ email, name: "Flagger" }));
  await addOperator(urls.owner, email);
  return unwrap(await enterOperations(userId, "request-of-flags"));
}

const refusalOf = (scene: Awaited<ReturnType<typeof memberScene>>) =>
  asOrg(scene.orgId, async () => {
    const wanted = { ...scene.grid, repeats: 1, idempotencyKey: crypto.randomUUID() };
    const requested = await requestRun(wanted);
    return requested.ok ? null : requested.error.message;
  });

test("an engine that is switched off for one org is refused there in words, and asked by the others", async () => {
  const [who, mine, theirs] = [await operator(), await memberScene(inspect), await memberScene(inspect)];
  expect(await refusalOf(mine)).toBeNull();
  const off = { flagId: "engine:chatgpt", org: mine.slug, percent: 0, reason: "it asked for it" };
  unwrap(await setFlag(who, off));
  expect(await refusalOf(mine)).toBe("ChatGPT can’t be asked by your organisation at the moment");
  expect(await refusalOf(theirs)).toBeNull();
  const options = await mine.within(async () => unwrap(await listRunOptions({ projectId: mine.projectId })));
  expect(options.engines.find(({ engineId }) => engineId === "chatgpt")?.problem).toMatch(/can’t be asked/);
  expect(options.usualEngineIds).not.toContain("chatgpt");
  unwrap(await setFlag(who, { ...off, percent: null, reason: "over" }));
  expect(await refusalOf(mine)).toBeNull();
});

test("who set what stands with the operators, and of an org's own rule in that org's audit log", async () => {
  const [who, scene] = [await operator(), await memberScene(inspect)];
  unwrap(await setFlag(who, { flagId: "scheduled_runs", org: null, percent: 40, reason: "half of it" }));
  unwrap(
    await setFlag(who, { flagId: "scheduled_runs", org: scene.slug, percent: 100, reason: "they are ready" }),
  );
  const { flags, actions } = unwrap(await listFlags(who));
  expect(flags.find(({ id }) => id === "scheduled_runs")).toMatchObject({
    rules: [
      { org: null, percent: 40 },
      { org: scene.slug, percent: 100 },
    ],
  });
  expect(actions.slice(0, 2)).toMatchObject([
    { flagId: "scheduled_runs", org: scene.slug, percent: 100, reason: "they are ready", by: "Flagger" },
    { flagId: "scheduled_runs", org: null, percent: 40 },
  ]);
  const audited = await inspect(
    "select actor, action, before, after from ops.audit_log where org_id = $1 and action = 'flag.set'",
    [scene.orgId],
  );
  expect(audited).toEqual([
    {
      actor: `operator:${who.userId}`,
      action: "flag.set",
      before: { percent: null },
      after: { percent: 100 },
    },
  ]);
});

test("a flag or an org that there isn't is refused, and leaves nothing", async () => {
  const who = await operator();
  const before = await inspect("select * from ops.flag_rule order by 1, 2");
  const wanted = { flagId: "scheduled_runs", org: null, percent: 10, reason: "because" };
  for (const wrong of [{ flagId: "no_such" }, { org: "no-such-org" }, { percent: 101 }, { reason: "" }])
    expect(await setFlag(who, { ...wanted, ...wrong })).toMatchObject({ ok: false });
  expect(await inspect("select * from ops.flag_rule order by 1, 2")).toEqual(before);
});

test("when they can't be read each flag is what it is by itself, and that is logged", async () => {
  vi.spyOn(logger, "warn").mockImplementation(() => {});
  const who = await operator();
  unwrap(await setFlag(who, { flagId: "scheduled_runs", org: null, percent: 0, reason: "off for all" }));
  const orgId = newId<OrgId>();
  expect(isOn("scheduled_runs", await readFlagRules(), orgId)).toBe(false);
  await inspect("alter table ops.flag_rule rename to flag_rule_away");
  expect(isOn("scheduled_runs", await readFlagRules(), orgId)).toBe(true);
  expect(logger.warn).toHaveBeenCalledTimes(1);
  await inspect("alter table ops.flag_rule_away rename to flag_rule");
  vi.restoreAllMocks();
});
