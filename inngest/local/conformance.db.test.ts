import { randomBytes } from "node:crypto";
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from "vitest";
import { report } from "@/db/testing/long-run";
import { testDatabase } from "@/db/testing/test-database";
import type { ConformanceCase } from "./conformance/conformance-case";
import { conformanceTable } from "./conformance/conformance-table";
import { conformanceReport } from "./conformance/report";
import { type CaseOutcome, runConformance } from "./conformance/run-conformance";
import type { ConformanceServer } from "./conformance/served-app";
import { startLocalRuntime } from "./local-runtime";
import { silent, testClient } from "./testing/start-test-runtime";

const database = testDatabase();

/** A local runtime without functions of its own: the table's come by registration, as they would to any server. */
async function startServer(): Promise<ConformanceServer & { stop: () => Promise<void> }> {
  const signingKey = `signkey-test-${randomBytes(16).toString("hex")}`;
  const eventKey = "conformance";
  // Crons are three seconds short of a minute, whenever the test begins.
  const ahead = 57_000 - (Date.now() % 60_000);
  const cronClock = { now: () => new Date(Date.now() + ahead) };
  const { url, stop } = await startLocalRuntime({
    queueDatabaseUrl: database.urls.queue,
    client: testClient(),
    functions: [],
    logger: silent,
    signingKey,
    eventKey,
    cronClock,
    retryDelay: () => 50,
  });
  return { url, eventKey, signingKey, stop };
}

const themes = Object.entries(conformanceTable);

/** Both ways in which a function can tell of its steps; the product's client has checkpointing off. */
const modes = [
  { mode: "each step in a call of its own", checkpointing: false },
  { mode: "with checkpointing, as is the SDK's default", checkpointing: true },
];

describe("the local runtime keeps the promises of Inngest's protocol", () => {
  let outcomes: CaseOutcome[][] = [];
  let stop = async () => {};
  beforeAll(async () => {
    const server = await startServer();
    stop = server.stop;
    outcomes = await Promise.all(
      modes.map(({ checkpointing }) =>
        runConformance(server, conformanceTable, { checkpointing, atOnce: 12 }),
      ),
    );
  }, 120_000);
  afterAll(() => stop());

  describe.each(modes.map(({ mode }, index) => ({ mode, index })))("$mode", ({ index }) => {
    describe.each(themes)("%s", (theme, cases) => {
      test.each(cases.map(({ name, says }) => [says, name]))("%s", (_, name) => {
        const outcome = outcomes[index]?.find((one) => one.theme === theme && one.name === name);
        expect(outcome?.seen).toBe(outcome?.expected);
        expect(outcome?.verdict).toBe("passed");
      });
    });
  });

  test("there are at least forty, under names of their own", () => {
    const names = themes.flatMap(([, cases]) => cases.map(({ name }) => name));
    expect(names.length).toBeGreaterThanOrEqual(40);
    expect(new Set(names).size).toBe(names.length);
    const passed = outcomes.map((cases) => cases.filter(({ verdict }) => verdict === "passed").length);
    report("runtime", `${passed.join(" and ")} of ${names.length} cases of the protocol, in the two modes`);
  });
});

test("control: a case that expects what isn't so fails, and the report says what was seen", async () => {
  const echo = (name: string, expected: readonly unknown[]): ConformanceCase => ({
    name,
    says: "a function sees its event",
    functions: ({ fn, note }) => fn("main", {}, ({ event }) => note(event.data.n)),
    acts: [{ send: [1, 2].map((n) => ({ to: "main", data: { n } })) }],
    expected,
    anyOrder: true,
    limitMs: 2_000,
  });
  const table = {
    control: [
      echo("right", [1, 2]),
      echo("wrong", [1, 3]),
      echo("too-few", [1]),
      echo("too-many", [1, 2, 3]),
    ],
  };
  const server = await startServer();
  onTestFinished(() => server.stop());
  const outcomes = await runConformance(server, table);
  expect(outcomes.map(({ verdict }) => verdict)).toEqual(["passed", "failed", "failed", "failed"]);
  const summary = conformanceReport(outcomes);
  expect(summary).toContain("expected [1,3]\n      seen     [1,2]");
  expect(summary).toContain("1 of 4 cases passed");
});
