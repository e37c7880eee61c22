import { expect, test } from "vitest";
import { planPeriodOf } from "./plan-period";

test.each([
  ["2026-11-01T00:00:00.000Z", "2026-11", "2026-12-01"],
  ["2026-11-30T23:59:59.999Z", "2026-11", "2026-12-01"],
  ["2026-12-31T23:59:59.999Z", "2026-12", "2027-01-01"],
  ["2028-02-29T12:00:00.000Z", "2028-02", "2028-03-01"],
])("%s lies in %s, which ends on %s", (moment, period, endsOn) => {
  expect(planPeriodOf(new Date(moment))).toEqual({ period, endsAt: new Date(`${endsOn}T00:00:00Z`) });
});
