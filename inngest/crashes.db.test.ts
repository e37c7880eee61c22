import { describe, expect, inject, test } from "vitest";
import { report, seedFor, slice } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { seededRandom } from "@/server/engines/sandbox/seeded-random";
import { CRASH_POINTS, type CrashPoint } from "@/server/kernel/crash-point";
import { findFaults } from "./testing/crash-invariants";
import { crashWorld, NeverPassed } from "./testing/crash-world";

/** Kills at each point: once in `npm test`. */
const ROUNDS = slice(1, 9);
const MOST_PASSINGS = slice(1, 3);

// The processes are on node-postgres, whichever driver the suite runs through: once is enough.
describe.skipIf(inject("driver") === "neon")(
  "processes killed on the way of a run",
  { timeout: 300_000 },
  () => {
    const database = testDatabase();
    const world = crashWorld(database);

    async function strike(point: CrashPoint, passing: number): Promise<void> {
      const [who] = point.split("/");
      if (who === "request") {
        expect(await world.strikeRequester(point)).toEqual(
          point === "request/before-commit" ? [0, 1] : [1, 1],
        );
      } else if (who === "cancel") {
        // "conflict": after a death at "after commit" the run may have ended before the second try.
        expect(["cancelled", "conflict"]).toContain(await world.strikeCanceller(point));
      } else await world.strikeWorker(point, passing);
    }

    test("at each crash point, restarted each time: no run is lost, nothing charged twice, no reservation left open", async () => {
      const random = seededRandom(seedFor("crashes", "which passing of a point kills"), "crashes");
      for (let round = 1; round <= ROUNDS; round += 1) {
        for (const point of CRASH_POINTS) await strike(point, 1 + random.below(MOST_PASSINGS));
      }
      await world.recover(120_000);

      expect(await findFaults(database)).toEqual({});
      expect(Object.fromEntries(world.kills)).toEqual(
        Object.fromEntries(CRASH_POINTS.map((point) => [point, ROUNDS])),
      );
      const [paid, tried, inFlight] = [
        await world.paidCalls(),
        await world.asksTried(),
        world.callsInFlightAtKills(),
      ];
      expect(inFlight).toBeGreaterThan(0);
      expect(paid).toBeLessThanOrEqual(tried + inFlight);
      const kills = ROUNDS * CRASH_POINTS.length;
      const runs = await world.numberOf("select count(*) from tracking.run");
      report(
        "crashes",
        `${kills} SIGKILLs at ${CRASH_POINTS.length} points over ${runs} runs: 0 lost, 0 double charges, 0 open reservations; ` +
          `${paid} paid calls for ${tried} asks with ${inFlight} in flight at the kills`,
      );
    }, 3_600_000);

    test("a point that nobody passes is found out", async () => {
      await expect(world.strikeWorker("nowhere", 1)).rejects.toThrow(NeverPassed);
    });
  },
);
