import { Temporal } from "temporal-polyfill";
import { describe, expect, it } from "vitest";
import { type Cadence, isTimeZone, nextOccurrence, type Occurrence } from "./cadence";

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** Every occurrence from one moment to another, each asked for after the one before. */
function occurrences(cadence: Cadence, from: string, to: string, seed = "a"): Occurrence[] {
  const found: Occurrence[] = [];
  let after = new Date(from);
  for (;;) {
    const next = nextOccurrence(cadence, { seed, after });
    if (next.at >= new Date(to)) return found;
    found.push(next);
    after = next.at;
  }
}

const localDay = ({ at }: Occurrence, timeZone: string) =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone).toPlainDate().toString();

describe.each([
  "UTC",
  "Europe/Berlin",
  "America/Sao_Paulo",
  "Australia/Lord_Howe",
  "Asia/Beirut",
  "Pacific/Apia",
])("in %s", (timeZone) => {
  it.each([["02:30"], ["00:00"], [null]])("every local day of 2011 has exactly one run, at %s", (time) => {
    const found = occurrences(
      { days: EVERY_DAY, time, timeZone },
      "2010-12-31T00:00:00Z",
      "2012-01-02T00:00:00Z",
    ).filter(({ day }) => day.startsWith("2011"));
    // Samoa went over the date line, and had no 30 December.
    expect(found).toHaveLength(timeZone === "Pacific/Apia" ? 364 : 365);
    expect(new Set(found.map(({ day }) => day)).size).toBe(found.length);
    expect(found.filter((each) => localDay(each, timeZone) !== each.day)).toEqual([]);
  });
});

const berlin = { days: EVERY_DAY, timeZone: "Europe/Berlin" };
const at = (cadence: Cadence, after: string, doneThrough?: string) =>
  nextOccurrence(cadence, { seed: "a", after: new Date(after), ...(doneThrough && { doneThrough }) });

describe("clocks that change", () => {
  it("a time that they jump over comes as much later", () => {
    expect(at({ ...berlin, time: "02:30" }, "2026-03-28T12:00:00Z")).toEqual({
      day: "2026-03-29",
      at: new Date("2026-03-29T01:30:00Z"),
    });
  });
  it("of a time that they show twice, the first", () => {
    expect(at({ ...berlin, time: "02:30" }, "2026-10-24T12:00:00Z").at).toEqual(
      new Date("2026-10-25T00:30:00Z"),
    );
  });
  it("the same local time is another moment in summer: adding 24 hours would be an hour off", () => {
    const found = occurrences({ ...berlin, time: "09:00" }, "2026-03-27T12:00:00Z", "2026-03-31T00:00:00Z");
    expect(found.map((each) => each.at.toISOString())).toEqual([
      "2026-03-28T08:00:00.000Z",
      "2026-03-29T07:00:00.000Z",
      "2026-03-30T07:00:00.000Z",
    ]);
  });
});

describe("chosen days", () => {
  it("are the only ones", () => {
    const found = occurrences(
      { days: [1, 4], time: "08:15", timeZone: "UTC" },
      "2026-11-01T00:00:00Z",
      "2026-11-15T00:00:00Z",
    );
    expect(found.map(({ day }) => day)).toEqual(["2026-11-02", "2026-11-05", "2026-11-09", "2026-11-12"]);
  });
  it("a day that had its run gets no second one when the time is moved to later", () => {
    const later = { days: EVERY_DAY, time: "18:00", timeZone: "UTC" };
    expect(at(later, "2026-11-27T09:00:00Z").day).toBe("2026-11-27");
    expect(at(later, "2026-11-27T09:00:00Z", "2026-11-27").day).toBe("2026-11-28");
  });
});

describe("drawn minutes", () => {
  const drawn = (seed: string) =>
    occurrences(
      { days: EVERY_DAY, time: null, timeZone: "UTC" },
      "2026-01-01T00:00:00Z",
      "2027-01-01T00:00:00Z",
      seed,
    );
  it("are spread evenly over the day: no hour is half as busy as another", () => {
    const hours = Array.from({ length: 24 }, () => 0);
    for (const seed of ["a", "b", "c", "d"])
      for (const each of drawn(seed)) hours[each.at.getUTCHours()] = (hours[each.at.getUTCHours()] ?? 0) + 1;
    const share = hours.reduce((sum, count) => sum + count, 0) / 24;
    expect(Math.max(...hours)).toBeLessThan(share * 1.4);
    expect(Math.min(...hours)).toBeGreaterThan(share * 0.7);
  });
  it("are the same when asked again, and others for another schedule", () => {
    expect(drawn("a")).toEqual(drawn("a"));
    expect(drawn("a")).not.toEqual(drawn("b"));
  });
});

describe("a time zone", () => {
  it.each(["Europe/Berlin", "America/Argentina/Buenos_Aires", "UTC", "Etc/GMT+5"])("is %s", (name) => {
    expect(isTimeZone(name)).toBe(true);
  });
  it.each(["", "Europe/Nowhere", "+02:00", "2026-01-01", "Europe/Berlin[u-ca=iso8601]", "../etc", "utc\0"])(
    "is not %j",
    (name) => {
      expect(isTimeZone(name)).toBe(false);
    },
  );
});
