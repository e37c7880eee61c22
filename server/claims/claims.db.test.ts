import { expect, test } from "vitest";
import { createTestOrg, inOrg } from "@/db/testing/factories";
import { report, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import {
  claimParcel,
  claimWithoutComparing,
  MAX_ATTEMPTS,
  parcels,
  parcelTables,
  race,
} from "./testing/parcels";

const tables = parcelTables(testDatabase({ max: 16 }));
const RACES = slice(40, 1_000);

const wonBy = <T>(outcomes: readonly (T | null)[]) => outcomes.filter((outcome) => outcome !== null);

test("of sixteen workers that race for one piece of work exactly one gets it, and again when its lease has run out", async () => {
  const orgId = await createTestOrg();
  for (let round = 0; round < RACES; round += 1) {
    const id = await tables.post(orgId);
    const [first, ...others] = wonBy(await race(() => claimParcel(orgId, id)));
    expect(others).toEqual([]);
    expect(first?.row).toEqual({ street: "Long Lane", tries: 1 });
    await tables.expire(id);
    const [second, ...more] = wonBy(await race(() => claimParcel(orgId, id)));
    expect(more).toEqual([]);
    expect(second?.row.tries).toBe(2);
    expect((await tables.read(id)).lease_token).toBe(second?.token);
  }
  report(
    "claims",
    `16 workers × ${RACES} races for waiting work, and × ${RACES} for expired claims: one winner each`,
  );
}, 600_000);

test("without the comparison in the write, some races have several winners", async () => {
  const orgId = await createTestOrg();
  let most = 0;
  for (let round = 0; round < 40 && most < 2; round += 1) {
    const id = await tables.post(orgId);
    most = Math.max(most, wonBy(await race(() => claimWithoutComparing(orgId, id))).length);
  }
  expect(most).toBeGreaterThan(1);
  report("claims", `control: reading before writing let ${most} of 16 win one race`);
});

test("a stale holder can neither complete, nor renew, nor give back what somebody else holds by now", async () => {
  const orgId = await createTestOrg();
  let rejected = 0;
  for (let round = 0; round < RACES; round += 1) {
    const id = await tables.post(orgId);
    const stale = await claimParcel(orgId, id);
    await tables.expire(id);
    const current = await claimParcel(orgId, id);
    if (!stale || !current) throw new Error("the work could not be claimed twice");
    const late = [
      () => inOrg(orgId, (tx) => parcels.complete(tx, id, stale.token, "delivered")),
      () => inOrg(orgId, (tx) => parcels.renew(tx, id, stale.token)),
      () => inOrg(orgId, (tx) => parcels.giveBack(tx, id, stale.token, true)),
    ];
    for (const write of late) {
      expect(await write()).toBe(false);
      rejected += 1;
    }
    expect(await tables.read(id)).toEqual({ state: "on_the_way", tries: 2, lease_token: current.token });
    expect(await inOrg(orgId, (tx) => parcels.complete(tx, id, current.token, "delivered"))).toBe(true);
    expect(await inOrg(orgId, (tx) => parcels.complete(tx, id, current.token, "delivered"))).toBe(false);
    expect(await claimParcel(orgId, id)).toBeNull();
  }
  report("claims", `${rejected} writes under a stale token: 0 changed anything`);
}, 600_000);

test("sixteen that complete at once, the holder among them: only the holder's write counts", async () => {
  const orgId = await createTestOrg();
  const id = await tables.post(orgId);
  const claim = await claimParcel(orgId, id);
  let turn = 0;
  const done = await race(() => {
    turn += 1;
    const token = turn === 9 && claim ? claim.token : crypto.randomUUID();
    return inOrg(orgId, (tx) => parcels.complete(tx, id, token, `by ${turn}`));
  });
  expect(done.filter(Boolean)).toHaveLength(1);
  expect(done[8]).toBe(true);
});

test("a renewed lease stands, a live one is left alone", async () => {
  const orgId = await createTestOrg();
  const id = await tables.post(orgId);
  const claim = await claimParcel(orgId, id);
  expect(wonBy(await race(() => claimParcel(orgId, id)))).toEqual([]);
  await tables.expire(id);
  // Late, but nobody was quicker.
  expect(await inOrg(orgId, (tx) => parcels.renew(tx, id, claim?.token ?? ""))).toBe(true);
  expect(wonBy(await race(() => claimParcel(orgId, id)))).toEqual([]);
});

test("a renewal that races sixteen claims of its expired lease: either it holds, or one of them has it", async () => {
  const orgId = await createTestOrg();
  let held = 0;
  for (let round = 0; round < RACES; round += 1) {
    const id = await tables.post(orgId);
    const claim = await claimParcel(orgId, id);
    await tables.expire(id);
    const renewal = inOrg(orgId, (tx) => parcels.renew(tx, id, claim?.token ?? ""));
    const winners = wonBy(await race(() => claimParcel(orgId, id)));
    const renewed = await renewal;
    if (renewed) held += 1;
    expect(winners).toHaveLength(renewed ? 0 : 1);
  }
  report(
    "claims",
    `a renewal against 16 claims × ${RACES}: ${held} held, ${RACES - held} lost it to exactly one`,
  );
}, 600_000);

test("work is lost for good when its last attempt is, once, and not a moment before", async () => {
  const orgId = await createTestOrg();
  const id = await tables.post(orgId);
  for (let attempt = 1; attempt <= MAX_ATTEMPTS; attempt += 1) {
    expect((await claimParcel(orgId, id))?.row.tries).toBe(attempt);
    expect(await inOrg(orgId, (tx) => parcels.giveUp(tx, id))).toBe(false);
    await tables.expire(id);
    if (attempt < MAX_ATTEMPTS) expect(await inOrg(orgId, (tx) => parcels.giveUp(tx, id))).toBe(false);
  }
  expect(await claimParcel(orgId, id)).toBeNull();
  const gaveUp = await race(() => inOrg(orgId, (tx) => parcels.giveUp(tx, id)));
  expect(gaveUp.filter(Boolean)).toHaveLength(1);
  expect(await tables.read(id)).toEqual({ state: "lost", tries: MAX_ATTEMPTS, lease_token: null });
});

test("given back for free it counts no attempt; given back otherwise it does", async () => {
  const orgId = await createTestOrg();
  const id = await tables.post(orgId);
  for (const [free, tries] of [
    [true, 0],
    [false, 1],
    [true, 1],
  ] as const) {
    const claim = await claimParcel(orgId, id);
    expect(await inOrg(orgId, (tx) => parcels.giveBack(tx, id, claim?.token ?? "", free))).toBe(true);
    expect(await tables.read(id)).toEqual({ state: "waiting", tries, lease_token: null });
  }
});

test("work whose result is kept is not claimed again, but completed under the token that brought it", async () => {
  const orgId = await createTestOrg();
  const id = await tables.post(orgId);
  const claim = await claimParcel(orgId, id);
  await tables.keepReceipt(id, claim?.token ?? "");
  await tables.expire(id);
  expect(wonBy(await race(() => claimParcel(orgId, id)))).toEqual([]);
  expect(await inOrg(orgId, (tx) => parcels.giveUp(tx, id))).toBe(false);
  expect(await inOrg(orgId, (tx) => parcels.complete(tx, id, claim?.token ?? "", "delivered"))).toBe(true);
});

test("what a claim asks of other tables holds, and another org's work can't be claimed", async () => {
  const [orgId, stranger] = [await createTestOrg(), await createTestOrg()];
  const closed = await tables.post(orgId, { street: "Mud Lane" });
  const open = await tables.post(orgId);
  expect(await claimParcel(orgId, closed)).toBeNull();
  expect(await claimParcel(stranger, open)).toBeNull();
  expect((await tables.read(open)).state).toBe("waiting");
});

test("the janitor is told of the expired claims of a group, and of no other work", async () => {
  const orgId = await createTestOrg();
  const [live, waiting, lost, elsewhere] = [
    await tables.post(orgId),
    await tables.post(orgId),
    await tables.post(orgId),
    await tables.post(orgId, { round: "evening" }),
  ];
  for (const id of [live, lost, elsewhere]) await claimParcel(orgId, id);
  for (const id of [lost, elsewhere]) await tables.expire(id);
  expect(await inOrg(orgId, (tx) => parcels.expired(tx, "morning", 10))).toEqual([lost]);
  expect((await tables.read(waiting)).state).toBe("waiting");
});
