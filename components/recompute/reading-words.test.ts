import { describe, expect, it } from "vitest";
import type { RecomputeProgress } from "@/server/recompute/contract";
import { answersWord, isGoingOn, isWorthSaying, sayEnded } from "./reading-words";

const ended = (rest: Pick<RecomputeProgress, "state"> & Partial<RecomputeProgress>) =>
  sayEnded({ done: 40, total: 1_200, failure: null, ...rest } as RecomputeProgress);

describe("what is said of a reading that ended", () => {
  it("says of a failed one how far it came, why, and that it costs nothing to go on", () => {
    const said = ended({ state: "failed", failure: "Our server failed." });
    expect(said).toMatchObject({ tone: "bad", title: "Reading again stopped at 40 of 1,200 answers" });
    expect(said.detail).toMatch(/^Our server failed\. Nothing is lost and nothing was charged/);
  });

  it("says of a stopped one that what was read stays, and of a whole one where the old numbers are", () => {
    expect(ended({ state: "cancelled" }).title).toBe("Stopped at 40 of 1,200 answers");
    expect(ended({ state: "done" })).toMatchObject({ tone: "good", title: "40 answers read again" });
    expect(ended({ state: "done" }).detail).toContain("dashed");
  });
});

it("goes on until its numbers are counted, and one answer is one", () => {
  const states = ["requested", "reading", "measuring", "done", "cancelled", "failed"] as const;
  expect(states.map((state) => isGoingOn({ state } as RecomputeProgress))).toEqual([
    true,
    true,
    true,
    false,
    false,
    false,
  ]);
  expect([answersWord(1), answersWord(2), isGoingOn(null)]).toEqual(["1 answer", "2 answers", false]);
});

it("is nothing to say of where all answers are of one reading, and one that was whole has been told of", () => {
  const latest = (rest: object) => ({ state: "done", unread: 0, ...rest }) as RecomputeProgress;
  const worth = [
    { stale: 1, latest: null },
    { stale: 0, latest: latest({ state: "reading" }) },
    { stale: 0, latest: latest({ state: "failed" }) },
    { stale: 0, latest: latest({ unread: 2 }) },
    { stale: 0, latest: latest({}) },
    { stale: 0, latest: null },
  ].map(isWorthSaying);
  expect(worth).toEqual([true, true, true, true, false, false]);
});
