import { describe, expect, it } from "vitest";
import { cadenceWords, localMoment } from "./schedule-words";

describe("when a panel is asked, in words", () => {
  it.each([
    [[1, 2, 3, 4, 5, 6, 7], "09:00", "Every day at 09:00"],
    [[1, 2, 3, 4, 5, 6, 7], null, "Every day, at a random minute"],
    [[1, 2, 3, 4, 5], "18:30", "Monday to Friday at 18:30"],
    [[7], "09:00", "Every Sunday at 09:00"],
    [[1, 3, 6], null, "Mon, Wed and Sat, at a random minute"],
  ])("%j at %s", (days, time, words) => {
    expect(cadenceWords({ days, time })).toBe(words);
  });
  it("a moment is told by the clocks of its place", () => {
    expect(localMoment("2026-11-27T23:30:00Z", "Asia/Tokyo")).toBe("Sat, 28 Nov 2026, 08:30");
  });
});
