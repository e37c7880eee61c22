import { parse } from "csv-parse/sync";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { addOperator } from "@/db/operators";
import { testDatabase } from "@/db/testing/test-database";
import { makeUser } from "@/server/accounts";
import { unwrap } from "@/server/kernel/result";
import { enterOperations, exportMargin, getMarginReport, type Operator } from "@/server/operations";

const { inspect, urls } = testDatabase();
let operator: Operator;

beforeEach(async () => {
  const email = `${crypto.randomUUID()}@example.com`;
  const userId = unwrap(await makeUser({ email, name: "Margin" }));
  await addOperator(urls.owner, email);
  operator = unwrap(await enterOperations(userId, "request-of-margin"));
  await inspect("truncate ops.engine_cost, catalog.price");
  await inspect(
    `insert into catalog.price (version, engine_id, credits, no_answer_shown_credits, estimate_micros)
     values (1, 'chatgpt', 2, 2, null), (2, 'chatgpt', 2, 2, 50000), (2, 'grok', 7, 7, 135000)`,
  );
  await inspect(
    `insert into ops.engine_cost (day, engine_id, price_version, payer, answers, uncosted, credits, cost_micros) values
     ('2026-10-31', 'chatgpt', 1, 'platform', 1000, 0, 2000, 9000000),
     ('2026-11-01', 'chatgpt', 2, 'platform', 100, 2, 200, 1500000),
     ('2026-11-30', 'chatgpt', 2, 'platform', 10, 0, 20, 150000),
     ('2026-11-30', 'grok', 2, 'platform', 10, 0, 70, 700000),
     ('2026-11-30', 'retired', 2, 'platform', 1, 1, 3, 0),
     ('2026-11-30', 'chatgpt', 2, 'own_key', 40, 0, 80, 800000),
     ('2026-12-01', 'chatgpt', 2, 'platform', 1000, 0, 2000, 9000000)`,
  );
});

describe("the margin report", () => {
  test("is of the month's days alone, by engine and by day, and each sums up to the same", async () => {
    const report = unwrap(await getMarginReport(operator, { month: "2026-11", creditUsd: 0.02 }));
    expect(report).toMatchObject({ month: "2026-11", payer: "platform", payers: ["platform", "own_key"] });
    expect(report.total).toMatchObject({ answers: 121, credits: 293, costMicros: 2_350_000 + 100_000 });
    expect(report.engines.map(({ label, costMicros }) => [label, costMicros])).toEqual([
      ["ChatGPT", 1_750_000],
      ["Grok", 700_000],
      ["retired", 0],
    ]);
    expect(report.engines[0]).toMatchObject({
      priceVersions: [2],
      expectedMicros: 110 * 50_000,
      revenueMicros: 220 * 20_000,
      marginMicros: 220 * 20_000 - 1_750_000,
    });
    expect(report.days.map(({ day, answers }) => [day, answers])).toEqual([
      ["2026-11-30", 21],
      ["2026-11-01", 100],
    ]);
    expect(report.total.expectedMicros).toBeNull();
  });

  test("shows what customers' own keys bought apart, at no cost of ours", async () => {
    const report = unwrap(await getMarginReport(operator, { month: "2026-11", payer: "own_key" }));
    expect(report.total).toMatchObject({ answers: 40, costMicros: 0, knownCostMicros: 800_000 });
    expect(unwrap(await getMarginReport(operator, { month: "2026-10", payer: "own_key" })).engines).toEqual(
      [],
    );
  });

  test("states what a credit is taken to bring in: two cents, unless the server or the reader says otherwise", async () => {
    const worth = async (input = {}) => {
      const { creditUsd, assumedCreditUsd } = unwrap(await getMarginReport(operator, input));
      return [creditUsd, assumedCreditUsd];
    };
    expect(await worth()).toEqual([0.02, 0.02]);
    vi.stubEnv("REVENUE_PER_CREDIT_USD", "0.05");
    expect([await worth(), await worth({ creditUsd: 0.01 })]).toEqual([
      [0.05, 0.05],
      [0.01, 0.05],
    ]);
    vi.unstubAllEnvs();
  });

  test("is this month's in UTC unless another is named, and refuses what is none", async () => {
    const at = new Date("2026-11-30T23:59:59Z");
    expect(unwrap(await getMarginReport(operator, {}, at))).toMatchObject({
      month: "2026-11",
      total: { answers: 121 },
    });
    for (const month of ["2026-13", "november", "2026-11-01"])
      expect(await getMarginReport(operator, { month })).toMatchObject({
        ok: false,
        error: { code: "invalid_input" },
      });
  });

  test("as a file has a row for each day, engine, price version and payer, that sum up to what the screen shows", async () => {
    const { fileName, csv } = unwrap(await exportMargin(operator, { month: "2026-11", creditUsd: 0.02 }));
    expect(fileName).toBe("citestreak-margin-2026-11.csv");
    const rows: Record<string, string>[] = parse(csv, { columns: true, bom: true });
    expect(rows).toHaveLength(5);
    const report = unwrap(await getMarginReport(operator, { month: "2026-11", creditUsd: 0.02 }));
    for (const [column, total] of [
      ["answers", report.total.answers],
      ["cost_micros", report.total.costMicros],
      ["margin_micros", report.total.marginMicros],
    ] as const) {
      const ours = rows.filter(({ payer }) => payer === "platform");
      expect(
        ours.reduce((sum, row) => sum + Number(row[column]), 0),
        column,
      ).toBe(total);
    }
    expect(rows.find(({ engine_id }) => engine_id === "retired")).toMatchObject({
      estimate_micros_per_answer: "",
      cost_micros: "0",
    });
  });
});
