import { expect, test } from "vitest";
import { endOfWait } from "./duration";

const now = new Date("2030-01-01T00:00:00.000Z");

test.each([
  ["", "2030-01-01T00:00:00.000Z"],
  ["30", "2030-01-01T00:00:30.000Z"],
  ["1s", "2030-01-01T00:00:01.000Z"],
  ["1w2d3h4m5s", "2030-01-10T03:04:05.000Z"],
  ["2031-05-06T07:08:09.000Z", "2031-05-06T07:08:09.000Z"],
])("%s", (text, end) => {
  expect(endOfWait(text, now).toISOString()).toBe(end);
});

test("anything else is refused", () => {
  expect(() => endOfWait("soon", now)).toThrow("neither a length nor a moment");
});
