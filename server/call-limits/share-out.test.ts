import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { report, seedFor, slice } from "@/db/testing/long-run";
import type { CallLimits } from "./limits-of";
import { HOLD_MS, type Pool, type ShareRequest, shareOut } from "./share-out";
import { playProcesses } from "./testing/play-processes";

const EMPTY: Pool = { holdings: {}, permits: 0, filledAt: 0 };
const LIMITS: CallLimits = { inFlight: 10, perMinute: null };
const NOW = 1_000_000;
const wants = (holder: string, waiting: number, inFlight = 0): ShareRequest => ({
  holder,
  inFlight,
  waiting,
  wanted: waiting + inFlight,
  unused: 0,
});
const look = (pool: Pool, request: ShareRequest, now = NOW, limits = LIMITS) =>
  shareOut(pool, request, limits, now);
const sharesOf = (pool: Pool) => Object.values(pool.holdings).map(({ share }) => share);

describe("shares of the calls in flight", () => {
  test("who is alone gets what it wants, up to the limit", () => {
    expect(look(EMPTY, wants("a", 4)).granted.share).toBe(4);
    expect(look(EMPTY, wants("a", 40)).granted.share).toBe(10);
  });

  test("who comes to a full pool gets its part when the others have looked again", () => {
    const full = look(EMPTY, wants("a", 40)).pool;
    const came = look(full, wants("b", 40));
    expect(came.granted.share).toBe(0);
    const gaveUp = look(came.pool, wants("a", 40, 3));
    expect(gaveUp.granted.share).toBe(5);
    expect(look(gaveUp.pool, wants("b", 40)).granted.share).toBe(5);
  });

  test("calls under way keep their place until they end, whatever the fair share is by then", () => {
    const both = look(look(EMPTY, wants("a", 40)).pool, wants("b", 40)).pool;
    const busy = look(both, wants("a", 40, 9));
    expect(busy.granted.share).toBe(9);
    expect(look(busy.pool, wants("b", 40)).granted.share).toBe(1);
  });

  test("one that wants less leaves the rest to the others", () => {
    const small = look(EMPTY, wants("small", 2)).pool;
    expect(look(small, wants("large", 40)).granted.share).toBe(8);
  });

  test("the share of a process that died comes back when its time is over, and not before", () => {
    const dead = look(EMPTY, wants("dead", 40)).pool;
    expect(look(dead, wants("b", 40), NOW + HOLD_MS - 1).granted.share).toBe(0);
    const after = look(dead, wants("b", 40), NOW + HOLD_MS);
    expect(after.granted.share).toBe(10);
    expect(Object.keys(after.pool.holdings)).toEqual(["b"]);
  });

  test("who wants nothing any more holds nothing", () => {
    const held = look(EMPTY, wants("a", 4)).pool;
    expect(look(held, wants("a", 0)).pool.holdings).toEqual({});
  });

  test("sixteen processes at a limit of ten come to ten, one each", () => {
    let pool = EMPTY;
    for (let round = 0; round < 3; round += 1)
      for (let index = 0; index < 16; index += 1) pool = look(pool, wants(`p${index}`, 5)).pool;
    expect(sharesOf(pool).reduce((sum, share) => sum + share)).toBe(10);
    expect(Math.max(...sharesOf(pool))).toBe(1);
  });
});

describe("permits", () => {
  const limited: CallLimits = { inFlight: 1_000, perMinute: 700 };

  test("a bucket that nobody touched holds five seconds' worth, and fills by the minute's number in seventy seconds", () => {
    const first = look(EMPTY, wants("a", 500), NOW, limited);
    expect(first.granted.permits).toBe(50);
    expect(look(first.pool, wants("a", 500), NOW + 1_000, limited).granted.permits).toBe(10);
    expect(look(first.pool, wants("a", 500), NOW + 3_600_000, limited).granted.permits).toBe(50);
  });

  test("what wasn't used comes back, and no more is given than waits", () => {
    const first = look(EMPTY, wants("a", 20), NOW, limited);
    expect(first.granted.permits).toBe(20);
    const back = look(first.pool, { ...wants("a", 0), unused: 20 }, NOW, limited);
    expect(back.pool.permits).toBe(50);
  });

  test("two that wait get a part each, and the last permit isn't halved", () => {
    const other = { share: 1, wanted: 30, until: NOW + HOLD_MS };
    const pool: Pool = { holdings: { other }, permits: 1, filledAt: NOW };
    expect(look({ ...pool, permits: 40 }, wants("a", 30), NOW, limited).granted.permits).toBe(20);
    expect(look(pool, wants("a", 30), NOW, limited).granted.permits).toBe(1);
  });

  test("an engine without such a limit needs none", () => {
    expect(look(EMPTY, wants("a", 5)).granted.permits).toBe(0);
  });
});

const plays = fc.record({
  seed: fc.nat(),
  processes: fc.integer({ min: 1, max: 6 }),
  inFlight: fc.integer({ min: 1, max: 40 }),
  perMinute: fc.integer({ min: 1, max: 600 }),
});

test("whatever processes begin, end, want, and die: no more in flight than the limit, and no minute above its number", () => {
  let [most, fullest] = [0, 0];
  const runs = slice(60, 2_000);
  fc.assert(
    fc.property(plays, ({ seed, processes, inFlight, perMinute }) => {
      const played = playProcesses({ seed, processes, limits: { inFlight, perMinute }, share: shareOut });
      most = Math.max(most, played.mostInFlight / inFlight);
      fullest = Math.max(fullest, played.fullestMinute / perMinute);
      expect(played.mostInFlight).toBeLessThanOrEqual(inFlight);
      expect(played.fullestMinute).toBeLessThanOrEqual(perMinute);
    }),
    { numRuns: runs, seed: seedFor("engines", "shared limits of calls") },
  );
  report(
    "engines",
    `${runs} plays of up to 6 processes that come and die for 3 minutes: at most ${most.toFixed(2)} of the limit in flight, ${fullest.toFixed(2)} of a minute's number begun in any minute`,
  );
});

test("control: when each process takes the whole limit for itself, both are passed", () => {
  const limits = { inFlight: 10, perMinute: 300 };
  const alone: typeof shareOut = (pool, request, each, now) => {
    const { granted } = shareOut({ ...pool, holdings: {} }, request, each, now);
    return { pool, granted };
  };
  const played = playProcesses({ seed: 1, processes: 4, limits, share: alone });
  expect(played.mostInFlight).toBeGreaterThan(limits.inFlight);
  expect(played.fullestMinute).toBeGreaterThan(limits.perMinute);
});
