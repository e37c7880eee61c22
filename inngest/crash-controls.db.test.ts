import { describe, expect, inject, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import { findFaults } from "./testing/crash-invariants";
import { crashWorld } from "./testing/crash-world";

/** Longer than the impatient janitor of these workers waits, so that it looks while calls are in flight. */
const LATENCY_MS = 4_000;

// What the crash test would say if a rule were broken: each rule is taken away in the database, by its owner.
describe.skipIf(inject("driver") === "neon")(
  "the crash test sees a broken rule",
  { timeout: 300_000 },
  () => {
    const database = testDatabase();
    const world = crashWorld(database, LATENCY_MS);

    test("a run whose requester died is lost without the janitor, and found with it", async () => {
      expect(await world.strikeRequester("request/after-commit")).toEqual([1, 1]);
      await world.recover(4_000, 0);
      expect(await findFaults(database)).toMatchObject({ "runs lost": 1, "events left in the outbox": 1 });
      await world.recover(60_000);
      expect(await findFaults(database)).toEqual({});
      report("crashes", "control: without the janitor a run requested by a killed process is lost");
    });

    test("without its unique key a settlement charges twice, and it shows", async () => {
      await database.inspect(`
      alter table credits.settlement drop constraint settlement_org_id_ask_id_pk;
      create function credits.charge_again() returns trigger language plpgsql as $$
      begin
        if pg_trigger_depth() = 1 then insert into credits.settlement select new.*; end if;
        return null;
      end $$;
      create trigger charge_again after insert on credits.settlement for each row execute function credits.charge_again()`);
      await world.request(1);
      await world.recover(60_000);
      expect(await findFaults(database)).toMatchObject({ "asks charged twice": 2 });
      await database.inspect("drop trigger charge_again on credits.settlement");
      report("crashes", "control: a settlement without its unique key is found as a double charge");
    });

    test("when leases are ignored, more calls are paid for than the kills explain", async () => {
      const unexplained = async () =>
        (await world.paidCalls()) - (await world.asksTried()) - world.callsInFlightAtKills();
      expect(await unexplained()).toBeLessThanOrEqual(0);
      await database.inspect(`
      create function tracking.end_lease() returns trigger language plpgsql as $$
      begin
        new.lease_until := clock_timestamp() - interval '1 second';
        return new;
      end $$;
      create trigger end_lease before update on tracking.ask for each row when (new.state = 'claimed')
        execute function tracking.end_lease()`);
      await world.request(2);
      await world.recover(60_000);
      expect(await unexplained()).toBeGreaterThan(0);
      report(
        "crashes",
        `control: with leases ignored ${await unexplained()} calls too many were paid for 4 asks`,
      );
    });
  },
);
