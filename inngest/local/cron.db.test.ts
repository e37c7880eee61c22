import { expect, test } from "vitest";
import { testDatabase } from "@/db/testing/test-database";
import { startTestRuntime, testClient, until } from "./testing/start-test-runtime";

const database = testDatabase();

class SettableClock {
  #now = new Date(0);
  set(iso: string): void {
    this.#now = new Date(iso);
  }
  now(): Date {
    return this.#now;
  }
}

test("a tick fires once over two workers, and only the latest of those that were missed", async () => {
  const clock = new SettableClock();
  const fired: string[] = [];
  const start = async () => {
    const client = testClient();
    const fn = client.createFunction(
      { id: "ticker", triggers: [{ cron: "*/1 * * * *" }] },
      async ({ event }) => {
        fired.push(new Date(event.ts ?? 0).toISOString().slice(11, 19));
      },
    );
    return startTestRuntime(database, client, [fn], { cronClock: clock, cronIntervalMs: 5 });
  };
  clock.set("2030-01-01T12:00:30Z");
  const [one, two] = [await start(), await start()];
  const ticks = async (iso: string, count: number) => {
    clock.set(iso);
    await until(() => fired.length >= count);
    // Time for both workers to look again, several times: a second firing would show by now.
    await new Promise((resolve) => setTimeout(resolve, 60));
    await Promise.all([one.idle(), two.idle()]);
  };
  await ticks("2030-01-01T12:00:59Z", 0);
  expect(fired).toEqual([]);
  await ticks("2030-01-01T12:01:00Z", 1);
  await ticks("2030-01-01T12:02:30Z", 2);
  await ticks("2030-01-01T12:05:10Z", 3);
  await ticks("2030-01-01T13:00:00Z", 4);
  expect(fired).toEqual(["12:01:00", "12:02:00", "12:05:00", "13:00:00"]);
});

test("a time zone is heeded", async () => {
  const clock = new SettableClock();
  clock.set("2030-01-01T10:59:00Z");
  const fired: string[] = [];
  const client = testClient();
  const fn = client.createFunction(
    { id: "noon", triggers: [{ cron: "TZ=Europe/Paris 0 12 * * *" }] },
    async ({ event }) => {
      fired.push(new Date(event.ts ?? 0).toISOString());
    },
  );
  const runtime = await startTestRuntime(database, client, [fn], { cronClock: clock, cronIntervalMs: 5 });
  clock.set("2030-01-01T11:00:30Z");
  await until(() => fired.length > 0);
  await runtime.idle();
  expect(fired).toEqual(["2030-01-01T11:00:00.000Z"]);
});
