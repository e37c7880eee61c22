import { expect, test } from "vitest";
import type { RunPageDto } from "@/server/runs/contract";
import { announcement, timeLeftWords } from "./run-words";

test.each([
  [3, "a few seconds left"],
  [8, "about 10 s left"],
  [41, "about 40 s left"],
  [54, "about 55 s left"],
  [55, "about 1 min left"],
  [200, "about 3 min left"],
  [3_400, "about 1 h left"],
  [9_000, "about 3 h left"],
])("%i seconds are %s", (seconds, words) => {
  expect(timeLeftWords(seconds)).toBe(words);
});

test("a run of 1,500 asks is announced six times: its begin, its quarters, its end", () => {
  const said = new Set<string>();
  for (let ended = 0; ended <= 1_500; ended += 1) said.add(announcement(runAt(ended)));
  said.add(announcement({ ...runAt(1_500), state: "partial", ended: true }));
  expect([...said]).toEqual([
    "The run has begun.",
    "25 % of the asks have ended.",
    "50 % of the asks have ended.",
    "75 % of the asks have ended.",
    "100 % of the asks have ended.",
    "The run has ended: partial. 1,498 answers, 2 failed.",
  ]);
});

function runAt(ended: number): RunPageDto {
  const run: Partial<RunPageDto> = {
    kind: "ask",
    state: "asking",
    ended: false,
    asks: { planned: 1_500 - ended, claimed: 0, answered: ended - 2, failed: 2, orphaned: 0, cancelled: 0 },
    progress: { ended, total: 1_500, startedAt: null, secondsLeft: null },
  };
  return asRun(run);
}

/** The parts that the words are made of are there. */
function asRun(run: Partial<RunPageDto>): RunPageDto {
  return run as RunPageDto;
}
