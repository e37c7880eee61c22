import { expect, test } from "vitest";
import { asOrg } from "@/db/testing/factories";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { Actor } from "@/server/kernel/context";
import { unwrap } from "@/server/kernel/result";
import { seededRandom } from "@/server/metrics/statistics/seeded-random";
import { decideItem, getQuality, getReviewQueue, skipItem, takeMark, undoDecision } from "@/server/review";
import type { ClaimedItemDto, Verdict } from "./contract";
import { claimNext, type ReviewScene, reviewer, reviewScene } from "./testing/review-scene";

const { inspect } = testDatabase({ max: 16 });

const factsOf = ({ orgId }: ReviewScene) =>
  inspect(
    `select (select jsonb_agg(to_jsonb(m) order by m.answer_id, m.brand_id) from tracking.mention m where m.org_id = $1) as mentions,
       (select jsonb_agg(to_jsonb(u) order by u.answer_id, u.brand_id) from tracking.ambiguous_mention u where u.org_id = $1) as undecided`,
    [orgId],
  );
const counted = async (scene: ReviewScene, sql: string) =>
  Number((await inspect(`select count(*)::int as n from ${sql}`, [scene.orgId]))[0]?.n);

function decide(
  { orgId }: ReviewScene,
  item: ClaimedItemDto | null,
  verdict: Verdict,
  actor: Actor,
  more: { brandIds?: readonly string[]; note?: string; gold?: boolean } = {},
) {
  if (!item) throw new Error("nothing was claimed");
  const { itemId, token } = item;
  const brandIds = [...(more.brandIds ?? [])];
  return asOrg(orgId, () => decideItem({ itemId, token, verdict, ...more, brandIds }), actor);
}
const undo = ({ orgId }: ReviewScene, itemId: string, actor: Actor) =>
  asOrg(orgId, () => undoDecision({ itemId }), actor);

test("what is below the threshold is queued, least sure first, and queueing it again adds nothing", async () => {
  const scene = await reviewScene();
  const [own, rival, other] = scene.brands;
  await scene.add({ undecided: [own], named: [{ brandId: rival, stance: "listed" }, { brandId: other }] });
  expect(await scene.fill()).toBe(2);
  expect(await scene.fill()).toBe(0);
  const me = reviewer();
  expect(await claimNext(scene, me)).toMatchObject({ question: "named", brand: { brandId: own } });
  // Control: a lower threshold queues less.
  const strict = await reviewScene();
  await strict.add({
    undecided: [strict.brands[0]],
    named: [{ brandId: strict.brands[1], stance: "listed" }],
  });
  expect(await strict.fill({ confidence: 0.4 })).toBe(1);
});

test("of an answer that is drawn, each mention and what was missed is asked of two people; the draw is always the same", async () => {
  const scene = await reviewScene();
  for (let index = 0; index < 40; index += 1) await scene.add({ named: [{ brandId: scene.brands[0] }] });
  const drawn = await scene.fill({ share: 0.5 });
  expect(drawn % 4).toBe(0);
  expect(drawn / 4).toBeGreaterThan(5);
  expect(drawn / 4).toBeLessThan(35);
  expect(await scene.fill({ share: 0.5 })).toBe(0);
  expect(await scene.fill({ share: 1 })).toBe(160 - drawn);
});

test("of sixteen people who ask for one waiting item exactly one gets it, and somebody else when its lease is over", async () => {
  const scene = await reviewScene();
  await scene.add({ undecided: [scene.brands[0]] });
  await scene.fill();
  const race = async () => {
    const all = await Promise.all(Array.from({ length: 16 }, () => claimNext(scene, reviewer())));
    return all.filter((item) => item !== null);
  };
  const [first, ...none] = await race();
  expect(none).toEqual([]);
  expect(await race()).toEqual([]);
  await inspect("update tracking.review_item set lease_until = now() - interval '1 s' where org_id = $1", [
    scene.orgId,
  ]);
  const [second, ...nobody] = await race();
  expect(nobody).toEqual([]);
  expect(second?.itemId).toBe(first?.itemId);
  const late = await decide(scene, first ?? null, "no", reviewer());
  expect(late).toMatchObject({ ok: false, error: { code: "lease_lost" } });
  expect(await decide(scene, second ?? null, "yes", reviewer())).toMatchObject({ ok: true });
  report("review", "16 reviewers × 2 races for one item: one winner each, the late one's decision refused");
});

test("a decision changes the fact, and its run is announced once for a burst, again after the mark was taken", async () => {
  const scene = await reviewScene();
  const [own, rival, other] = scene.brands;
  const me = reviewer();
  for (const undecided of [[own], [own], [rival]]) await scene.add({ undecided, named: [] });
  await scene.fill();
  const announced = () => counted(scene, "ops.outbox where org_id = $1 and name = 'run/reviewed'");
  expect(await decide(scene, await claimNext(scene, me), "yes", me)).toMatchObject({ ok: true });
  expect(await decide(scene, await claimNext(scene, me), "no", me)).toMatchObject({ ok: true });
  expect(await announced()).toBe(1);
  await asOrg(scene.orgId, async () => unwrap(await takeMark(scene.runId)));
  const last = await claimNext(scene, me);
  expect(await decide(scene, last, "other", me, { brandIds: [other], gold: true })).toMatchObject({
    ok: true,
  });
  expect(await announced()).toBe(2);
  expect(await counted(scene, "tracking.mention where org_id = $1 and judged_by = 'human'")).toBe(2);
  expect(await counted(scene, "tracking.ambiguous_mention where org_id = $1")).toBe(1);
  expect(await counted(scene, "tracking.gold_example where org_id = $1")).toBe(1);
  expect(await counted(scene, "ops.audit_log where org_id = $1 and action = 'review.decide'")).toBe(3);
});

test("a verdict that is no answer to the question, or another project's brand, changes nothing", async () => {
  const scene = await reviewScene();
  const stranger = await reviewScene();
  await scene.add({ undecided: [scene.brands[0]] });
  await scene.fill();
  const me = reviewer();
  const item = await claimNext(scene, me);
  const before = await factsOf(scene);
  for (const [verdict, brandIds, code] of [
    ["recommended", [], "invalid_input"],
    ["other", [], "invalid_input"],
    ["yes", [scene.brands[1]], "invalid_input"],
    ["other", [scene.brands[0]], "invalid_input"],
    ["other", [stranger.brands[0]], "not_found"],
  ] as const)
    expect(await decide(scene, item, verdict, me, { brandIds })).toMatchObject({
      ok: false,
      error: { code },
    });
  expect(await decide(scene, item, "yes", reviewer("viewer"))).toMatchObject({
    error: { code: "forbidden" },
  });
  expect(await factsOf(scene)).toEqual(before);
  expect(await decide(scene, item, "yes", me)).toMatchObject({ ok: true });
});

test("two people decide what was drawn: nobody both halves, and what one said doesn't show to the other", async () => {
  const scene = await reviewScene();
  await scene.add({ named: [{ brandId: scene.brands[0] }] });
  expect(await scene.fill({ share: 1 })).toBe(4);
  const [ann, ben] = [reviewer(), reviewer()];
  for (const verdict of ["no", "no"] as const) {
    const item = await claimNext(scene, ann, "sample");
    expect(await decide(scene, item, verdict, ann)).toMatchObject({ ok: true });
  }
  expect(await claimNext(scene, ann, "sample")).toBeNull();
  const seen = await claimNext(scene, ben, "sample");
  const found = seen?.brands.filter((each) => each.found).map(({ brandId }) => brandId);
  expect(found).toEqual([scene.brands[0]]);
  expect(seen).toMatchObject(seen?.question === "named" ? { held: { named: "named" } } : {});
  const refused = await decide(scene, seen, "no", ann);
  expect(refused).toMatchObject({ ok: false, error: { code: "conflict" } });
  expect(await decide(scene, seen, "no", ben)).toMatchObject({ ok: true });
  const quality = await asOrg(scene.orgId, async () =>
    unwrap(await getQuality({ projectId: scene.projectId })),
  );
  expect(quality.agreement).toMatchObject({ pairs: 1, agreed: 1, share: 1 });
});

test("an undo after another's later decision about the brand is refused in words; theirs first, then it goes through", async () => {
  const scene = await reviewScene();
  const [own, rival] = scene.brands;
  await scene.add({ undecided: [own], named: [{ brandId: rival, stance: "listed" }] });
  await scene.fill({ share: 1 });
  const before = await factsOf(scene);
  const [ann, ben] = [reviewer(), reviewer()];
  const first = await claimNext(scene, ann, "threshold");
  expect(await decide(scene, first, "yes", ann)).toMatchObject({ ok: true });
  let missed = await claimNext(scene, ben, "sample");
  while (missed && missed.question !== "missed") missed = await skipped(scene, missed, ben);
  expect(await decide(scene, missed, "other", ben, { brandIds: [own] })).toMatchObject({ ok: true });
  const refused = await undo(scene, first?.itemId ?? "", ann);
  expect(refused).toMatchObject({
    ok: false,
    error: { message: expect.stringMatching(/Undo their decision first/) },
  });
  expect(await undo(scene, missed?.itemId ?? "", ben)).toMatchObject({ ok: true });
  expect(await undo(scene, first?.itemId ?? "", ann)).toMatchObject({ ok: true });
  expect(await factsOf(scene)).toEqual(before);
  expect(await undo(scene, first?.itemId ?? "", ann)).toMatchObject({
    ok: false,
    error: { code: "conflict" },
  });
});

async function skipped(scene: ReviewScene, { itemId, token }: ClaimedItemDto, actor: Actor) {
  await asOrg(scene.orgId, async () => unwrap(await skipItem({ itemId, token })), actor);
  return claimNext(scene, actor, "sample");
}

test("who skips a question isn't given its other half, and others are given both", async () => {
  const scene = await reviewScene();
  await scene.add({ named: [{ brandId: scene.brands[0] }] });
  await scene.fill({ share: 1 });
  const [ann, ben] = [reviewer(), reviewer()];
  const mine = async () =>
    (await asOrg(scene.orgId, async () => unwrap(await getReviewQueue({ projectId: scene.projectId })), ann))
      .counts.sample.mine;
  expect(await mine()).toBe(2);
  let item = await claimNext(scene, ann, "sample");
  const seen = [];
  for (; item; item = await skipped(scene, item, ann)) seen.push(item.question);
  expect(seen.toSorted()).toEqual(["missed", "named"]);
  expect(await mine()).toBe(0);
  expect(await claimNext(scene, ben, "sample")).toMatchObject({ question: "missed" });
});

test("a fact that was changed by other means since is not overwritten by an undo", async () => {
  const scene = await reviewScene();
  await scene.add({ undecided: [scene.brands[0]] });
  await scene.fill();
  const me = reviewer();
  const item = await claimNext(scene, me);
  expect(await decide(scene, item, "yes", me)).toMatchObject({ ok: true });
  await inspect("update tracking.mention set rank = 7 where org_id = $1", [scene.orgId]);
  expect(await undo(scene, item?.itemId ?? "", me)).toMatchObject({ ok: false, error: { code: "conflict" } });
  await inspect("update tracking.mention set rank = null where org_id = $1", [scene.orgId]);
  expect(await undo(scene, item?.itemId ?? "", me)).toMatchObject({ ok: true });
});

const ROUNDS = slice(4, 100);

test("whatever is decided and undone in whatever order: once all is undone, every fact is what it was, to the column", async () => {
  const random = seededRandom(seedFor("review", "decisions"));
  let [decisions, changes] = [0, 0];
  for (let round = 0; round < ROUNDS; round += 1) {
    const scene = await reviewScene();
    const [own, rival, other] = scene.brands;
    await scene.add({ undecided: [own, other], named: [{ brandId: rival, rank: 2, stance: "cautioned" }] });
    await scene.add({ undecided: [rival], named: [{ brandId: own, stance: "listed" }, { brandId: other }] });
    await scene.fill({ share: 1 });
    const before = await factsOf(scene);
    const people = [reviewer(), reviewer()] as const;
    const open: string[] = [];
    for (let step = 0; step < 16; step += 1) {
      const actor = people[random() < 0.5 ? 0 : 1];
      const at = Math.floor(random() * open.length);
      const chosen = open[at];
      if (chosen !== undefined && random() < 0.3) {
        if ((await undo(scene, chosen, actor)).ok) open.splice(at, 1);
        continue;
      }
      const item = await claimNext(scene, actor);
      if (!item) continue;
      const verdicts: Verdict[] =
        item.question === "missed"
          ? ["no", "other"]
          : item.question === "named"
            ? ["yes", "no", "other"]
            : ["negative", "no"];
      const verdict = verdicts[Math.floor(random() * verdicts.length)] ?? "no";
      const others = scene.brands.filter((id) => id !== item.brand?.brandId);
      const brandIds = verdict === "other" ? others.slice(0, 1) : [];
      if ((await decide(scene, item, verdict, actor, { brandIds })).ok) open.push(item.itemId);
      decisions += 1;
    }
    if (JSON.stringify(await factsOf(scene)) !== JSON.stringify(before)) changes += 1;
    while (open.length > 0) {
      const left = open.length;
      for (const itemId of [...open])
        if ((await undo(scene, itemId, people[0])).ok) open.splice(open.indexOf(itemId), 1);
      expect(open.length).toBeLessThan(left);
    }
    expect(await factsOf(scene)).toEqual(before);
  }
  // Control: the decisions did change facts; by chance they leave a queue here and there as it was.
  expect(changes).toBeGreaterThanOrEqual(ROUNDS / 2);
  report(
    "review",
    `${decisions} random decisions in ${ROUNDS} queues, undone in any order: every row as it was, in ${changes} queues after it had changed`,
  );
}, 600_000);

test("another org's reviewer sees no item, and can't claim, decide, skip or undo one", async () => {
  const scene = await reviewScene();
  const stranger = await reviewScene();
  await scene.add({ undecided: [scene.brands[0]] });
  await scene.fill();
  const me = reviewer();
  const item = await claimNext(scene, me);
  const there = { orgId: stranger.orgId, projectId: scene.projectId };
  const refused = { ok: false, error: { code: "not_found" } };
  const { itemId, token } = item ?? { itemId: "", token: "" };
  const doors: readonly (() => Promise<unknown>)[] = [
    () => getReviewQueue({ projectId: there.projectId }),
    () => getQuality({ projectId: there.projectId }),
    () => decideItem({ itemId, token, verdict: "yes", brandIds: [] }),
    () => skipItem({ itemId, token }),
    () => undoDecision({ itemId }),
  ];
  for (const act of doors) expect(await asOrg(stranger.orgId, act, me)).toMatchObject(refused);
  await expect(claimNext(there, me)).rejects.toMatchObject({ code: "not_found" });
  expect(await decide(scene, item, "yes", me)).toMatchObject({ ok: true });
});
