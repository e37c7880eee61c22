import { describe, expect, it } from "vitest";
import { formatDay, formatDollars, formatMoment, formatMonth, formatShortDay, formatWindow } from "./format";

describe("money is written with cents, and below zero with a minus before the sign", () => {
  it.each([
    [1_234_560_000, "$1,234.56"],
    [0, "$0.00"],
    [-400_000, "−$0.40"],
    [-1, "$0.00"],
  ])("%i micros as %s", (micros, words) => {
    expect(formatDollars(micros)).toBe(words);
  });
});

describe("moments are written in UTC, without the machine's own words for dates", () => {
  it("days", () => {
    expect(formatDay("2026-09-09")).toBe("9 Sep 2026");
    expect(formatDay("2026-11-09T23:59:59.999Z")).toBe("9 Nov 2026");
    expect(formatShortDay("2026-12-31T00:30:00+01:00")).toBe("30 Dec");
    expect(formatMonth("2026-09")).toBe("Sep 2026");
  });

  it("minutes", () => {
    expect(formatMoment("2026-11-09T09:05:31Z")).toBe("9 Nov 2026, 09:05");
    expect(formatMoment("2026-11-09T01:05:00+02:00")).toBe("8 Nov 2026, 23:05");
  });

  it("windows name a month and a year once", () => {
    expect(formatWindow({ start: "2026-11-09", days: 7 })).toBe("9–15 Nov 2026");
    expect(formatWindow({ start: "2026-10-26", days: 7 })).toBe("26 Oct – 1 Nov 2026");
    expect(formatWindow({ start: "2026-12-28", days: 7 })).toBe("28 Dec 2026 – 3 Jan 2027");
    expect(formatWindow({ start: "2026-11-09", days: 1 })).toBe("9 Nov 2026");
  });
});
