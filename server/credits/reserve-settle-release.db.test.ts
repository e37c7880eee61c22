import { expect, test } from "vitest";
import { createTestOrg, createTestProject, createTestRun } from "@/db/testing/factories";
import { testDatabase } from "@/db/testing/test-database";
import { type AskId, newId, type OrgId, type ReservationId } from "@/server/kernel/id";
import { ok, unwrap } from "@/server/kernel/result";
import { authoriseAsk } from "./authorise-ask";
import { readRunCredits } from "./read-run-credits";
import { assertMinted } from "./reservation-token";
import { attempt, balanceOf, release, reserve, settle } from "./testing/in-org";

const { inspect } = testDatabase({ max: 16 });

/** An org with 100 credits and a run of four asks at 10 credits, reserved unless told otherwise. */
async function scene(options: { reserved?: number } = {}) {
  const orgId = await createTestOrg({ credits: 100 });
  const { runId, askIds } = await createTestRun(orgId, await createTestProject(orgId), { asks: 4 });
  const reservationId = unwrap(await reserve(orgId, runId, options.reserved ?? 40));
  return { orgId, runId, askIds, askId: askIds[0] ?? newId<AskId>(), reservationId };
}

const runCredits = async (orgId: OrgId, runId: Parameters<typeof readRunCredits>[1]) =>
  unwrap(await attempt(orgId, async (tx) => ok(await readRunCredits(tx, runId))));

const codeOf = (result: { ok: true } | { ok: false; error: { code: string } }) =>
  result.ok ? "ok" : result.error.code;

test("a run reserves its price, settles its answers and gets the rest back", async () => {
  const { orgId, runId, askIds, reservationId } = await scene();
  expect((await balanceOf(orgId)).balance).toBe(60);
  for (const askId of askIds.slice(0, 3)) {
    const token = unwrap(await attempt(orgId, (tx) => authoriseAsk(tx, askId)));
    expect(() => assertMinted(token)).not.toThrow();
    expect(token).toMatchObject({ reservationId, askId, credits: 10 });
    expect(unwrap(await settle(orgId, reservationId, askId, token.credits))).toEqual({ charged: 10 });
  }
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 10 });
  expect((await balanceOf(orgId)).balance).toBe(70);
  expect(await runCredits(orgId, runId)).toEqual({ reserved: 40, settled: 30, released: 10 });
});

test("a second reserve of the same run returns the reservation that it has, even when the wallet is empty by then", async () => {
  const { orgId, runId, reservationId } = await scene({ reserved: 100 });
  expect(unwrap(await reserve(orgId, runId, 100))).toBe(reservationId);
  expect((await balanceOf(orgId)).balance).toBe(0);
  expect(await runCredits(orgId, runId)).toEqual({ reserved: 100, settled: 0, released: 0 });
});

test("eight reserves of one run at once make one reservation", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const { runId } = await createTestRun(orgId, await createTestProject(orgId));
  const made = await Promise.all(Array.from({ length: 8 }, () => reserve(orgId, runId, 30)));
  expect(new Set(made.map((result) => unwrap(result))).size).toBe(1);
  expect((await balanceOf(orgId)).balance).toBe(70);
});

test("a run that costs more than there is is refused with the numbers, and nothing is written", async () => {
  const orgId = await createTestOrg({ credits: 100 });
  const { runId } = await createTestRun(orgId, await createTestProject(orgId));
  const refused = await reserve(orgId, runId, 101);
  expect(refused).toMatchObject({
    ok: false,
    error: { code: "insufficient_credits", details: { needed: 101, available: 100 } },
  });
  expect(refused.ok ? "" : refused.error.message).toBe("This run needs 101 credits; 100 are available.");
  expect(await inspect("select from credits.reservation where org_id = $1", [orgId])).toHaveLength(0);
  expect((await balanceOf(orgId)).balance).toBe(100);
});

test.each([0, -1, 1.5, Number.NaN, 2 ** 53])("an amount of %d is refused", async (amount) => {
  const { orgId, runId, askId, reservationId } = await scene();
  expect(codeOf(await reserve(orgId, runId, amount))).toBe("invalid_input");
  if (amount !== 0) expect(codeOf(await settle(orgId, reservationId, askId, amount))).toBe("invalid_input");
});

test("a second settle of the same ask changes nothing and returns what the first one charged", async () => {
  const { orgId, runId, askId, reservationId } = await scene();
  expect(unwrap(await settle(orgId, reservationId, askId, 7))).toEqual({ charged: 7 });
  expect(unwrap(await settle(orgId, reservationId, askId, 10))).toEqual({ charged: 7 });
  expect(unwrap(await settle(orgId, reservationId, askId, 0))).toEqual({ charged: 7 });
  expect((await runCredits(orgId, runId)).settled).toBe(7);
});

test("eight settles of the same ask at once charge once, and all say the same", async () => {
  const { orgId, runId, askId, reservationId } = await scene();
  const charged = await Promise.all(
    Array.from({ length: 8 }, (_, index) => settle(orgId, reservationId, askId, index + 1)),
  );
  const settled = (await runCredits(orgId, runId)).settled;
  expect(charged.map((result) => unwrap(result).charged)).toEqual(Array(8).fill(settled));
});

test("an answer that costs nothing is charged nothing and writes no settlement", async () => {
  const { orgId, askId, reservationId } = await scene();
  expect(unwrap(await settle(orgId, reservationId, askId, 0))).toEqual({ charged: 0 });
  expect(await inspect("select from credits.settlement where ask_id = $1", [askId])).toHaveLength(0);
});

test("an ask is never settled above its own price", async () => {
  const { orgId, runId, askId, reservationId } = await scene();
  expect(codeOf(await settle(orgId, reservationId, askId, 11))).toBe("invalid_input");
  expect((await runCredits(orgId, runId)).settled).toBe(0);
});

test("a settle after the release charges nothing; one before it still says what it charged", async () => {
  const { orgId, runId, askIds, reservationId } = await scene();
  const [early, late] = [askIds[0] ?? newId<AskId>(), askIds[1] ?? newId<AskId>()];
  await settle(orgId, reservationId, early, 10);
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 30 });
  expect(unwrap(await settle(orgId, reservationId, late, 10))).toEqual({ charged: 0 });
  expect(unwrap(await settle(orgId, reservationId, early, 10))).toEqual({ charged: 10 });
  expect(await runCredits(orgId, runId)).toEqual({ reserved: 40, settled: 10, released: 30 });
});

test("no ask is authorised without an open reservation", async () => {
  const { orgId, askId, reservationId } = await scene();
  await release(orgId, reservationId);
  expect(codeOf(await attempt(orgId, (tx) => authoriseAsk(tx, askId)))).toBe("conflict");
  const unpaid = await createTestRun(orgId, await createTestProject(orgId));
  const [unpaidAsk] = unpaid.askIds;
  expect(codeOf(await attempt(orgId, (tx) => authoriseAsk(tx, unpaidAsk ?? newId<AskId>())))).toBe(
    "not_found",
  );
});

test("a second release changes nothing and returns what the first one gave back", async () => {
  const { orgId, askId, reservationId } = await scene();
  await settle(orgId, reservationId, askId, 10);
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 30 });
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 30 });
  expect((await balanceOf(orgId)).balance).toBe(90);
});

test("two workers that release at once release once", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { orgId, reservationId } = await scene();
    const both = await Promise.all([release(orgId, reservationId), release(orgId, reservationId)]);
    expect(both.map((result) => unwrap(result).released)).toEqual([40, 40]);
    expect((await balanceOf(orgId)).balance).toBe(100);
  }
});

test("nothing is released while an ask of the run is claimed", async () => {
  const { orgId, askId, reservationId } = await scene();
  const lease = "update tracking.ask set state = $2, lease_token = $3 where id = $1";
  await inspect(lease, [askId, "claimed", crypto.randomUUID()]);
  expect(codeOf(await release(orgId, reservationId))).toBe("conflict");
  expect((await balanceOf(orgId)).balance).toBe(60);
  await inspect(lease, [askId, "orphaned", null]);
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 40 });
});

test("no unit is lost when settles race the release: settled + released = reserved", async () => {
  let charged = 0;
  for (let round = 0; round < 30; round += 1) {
    const { orgId, runId, askIds, reservationId } = await scene();
    // The release takes six round trips: each settle starts a transaction later than the one before, to meet it all along.
    const settles = askIds.map(async (askId, index) => {
      for (let wait = 0; wait < index; wait += 1) await balanceOf(orgId);
      return settle(orgId, reservationId, askId, 10);
    });
    const [released, ...settled] = await Promise.all([release(orgId, reservationId), ...settles]);
    const told = settled.reduce((sum, result) => sum + unwrap(result).charged, 0);
    const credits = await runCredits(orgId, runId);
    expect(credits).toEqual({ reserved: 40, settled: told, released: unwrap(released).released });
    expect(credits.settled + credits.released).toBe(40);
    expect((await balanceOf(orgId)).balance).toBe(100 - told);
    charged += told;
  }
  // Both outcomes have to have been seen, or the race was none.
  expect(charged).toBeGreaterThan(0);
  expect(charged).toBeLessThan(30 * 40);
});

test("a claim that races the release is either seen by it or refused: never a paid call on a closed reservation", async () => {
  for (let round = 0; round < 20; round += 1) {
    const { orgId, askId, reservationId } = await scene();
    const claim = attempt(orgId, async (tx) => {
      const lease = `'${crypto.randomUUID()}'`;
      await tx.execute(
        `update tracking.ask set state = 'claimed', lease_token = ${lease} where id = '${askId}'`,
      );
      return authoriseAsk(tx, askId);
    });
    const outcomes = await Promise.all([claim, release(orgId, reservationId)]);
    expect(outcomes.map(codeOf).toSorted()).toEqual(["conflict", "ok"]);
  }
});

test("another org's reservation and ask ids settle, authorise and release nothing", async () => {
  const { orgId, runId, askId, reservationId } = await scene();
  const stranger = await scene();
  const nothing: ReservationId = reservationId;
  expect(codeOf(await settle(stranger.orgId, nothing, askId, 10))).toBe("not_found");
  expect(codeOf(await settle(stranger.orgId, nothing, stranger.askId, 10))).toBe("not_found");
  expect(codeOf(await settle(stranger.orgId, stranger.reservationId, askId, 10))).toBe("not_found");
  expect(codeOf(await release(stranger.orgId, nothing))).toBe("not_found");
  expect(codeOf(await attempt(stranger.orgId, (tx) => authoriseAsk(tx, askId)))).toBe("not_found");
  expect(await runCredits(stranger.orgId, runId)).toEqual({ reserved: 0, settled: 0, released: 0 });
  expect(await runCredits(orgId, runId)).toEqual({ reserved: 40, settled: 0, released: 0 });
});

test("an ask of another run is not settled out of this run's reservation", async () => {
  const { orgId, runId, reservationId } = await scene();
  const other = await createTestRun(orgId, await createTestProject(orgId));
  expect(codeOf(await settle(orgId, reservationId, other.askIds[0] ?? newId<AskId>(), 10))).toBe("not_found");
  expect((await runCredits(orgId, runId)).settled).toBe(0);
});

test("asks priced above their reservation never cost more than was reserved", async () => {
  const { orgId, askIds, reservationId } = await scene({ reserved: 15 });
  for (const askId of askIds) await settle(orgId, reservationId, askId, 10);
  expect(unwrap(await release(orgId, reservationId))).toEqual({ released: 0 });
  expect((await balanceOf(orgId)).balance).toBe(85);
});
