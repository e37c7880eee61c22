import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dayOf, isoWeek, windowBounds, windowOf, windowsBetween } from "./windows";

describe("windows", () => {
  // Python: datetime.date.isocalendar() and date - timedelta(days=date.weekday())
  it.each([
    ["2026-01-01", "2025-12-29", "2026-W01"],
    ["2025-12-29", "2025-12-29", "2026-W01"],
    ["2024-12-30", "2024-12-30", "2025-W01"],
    ["2021-01-03", "2020-12-28", "2020-W53"],
    ["2020-12-31", "2020-12-28", "2020-W53"],
    ["2027-01-04", "2027-01-04", "2027-W01"],
  ])("%s belongs to the week of Monday %s, %s", (day, start, week) => {
    const window = windowOf(new Date(`${day}T12:00:00Z`));
    expect(window).toEqual({ start, days: 7 });
    expect(isoWeek(window)).toBe(week);
  });

  it("change at Monday 00:00 UTC, not a millisecond before", () => {
    expect(windowOf(new Date("2026-01-11T23:59:59.999Z")).start).toBe("2026-01-05");
    expect(windowOf(new Date("2026-01-12T00:00:00.000Z")).start).toBe("2026-01-12");
  });

  it("hold each instant in exactly the window it belongs to", () => {
    const instant = fc.date({
      min: new Date("1999-01-01"),
      max: new Date("2100-01-01"),
      noInvalidDate: true,
    });
    fc.assert(
      fc.property(instant, (at) => {
        const { from, until } = windowBounds(windowOf(at));
        expect(from.getTime()).toBeLessThanOrEqual(at.getTime());
        expect(at.getTime()).toBeLessThan(until.getTime());
        expect(from.getUTCDay()).toBe(1);
      }),
    );
  });

  it("are listed without a gap, so that a week without an observation is seen", () => {
    const list = windowsBetween(new Date("2026-01-07T00:00:00Z"), new Date("2026-01-26T00:00:00Z"));
    expect(list.map((window) => window.start)).toEqual([
      "2026-01-05",
      "2026-01-12",
      "2026-01-19",
      "2026-01-26",
    ]);
    expect(windowsBetween(new Date("2026-01-26"), new Date("2026-01-07"))).toEqual([]);
  });

  it("count days in UTC", () => {
    expect(dayOf(new Date("2026-01-05T01:00:00+02:00"))).toBe("2026-01-04");
  });
});
