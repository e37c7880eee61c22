import { describe, expect, it } from "vitest";
import { describePart, runParts } from "./run-parts";

const node = (name: string, code: string) => ({ name, command: process.execPath, args: ["-e", code] });

describe("verify", () => {
  it("runs every part, also after one that failed or could not start", async () => {
    const parts = [
      node("fails", "console.log('why'); process.exit(3)"),
      { name: "absent", command: "no-such-command-here", args: [] },
      node("killed", "process.kill(process.pid, 'SIGKILL')"),
      node("passes", ""),
    ];
    const seen: string[] = [];
    const outcomes = await runParts(parts, 2, (outcome) => seen.push(outcome.name));
    expect(new Map(outcomes.map(({ name, passed }) => [name, passed]))).toEqual(
      new Map([
        ["fails", false],
        ["absent", false],
        ["killed", false],
        ["passes", true],
      ]),
    );
    expect(seen.toSorted()).toEqual(["absent", "fails", "killed", "passes"]);
  });

  it("shows what a failed part printed, and one line for a part that passed", () => {
    const outcome = { name: "types", seconds: 1.25, output: "src/x.ts: broken" };
    expect(describePart({ ...outcome, passed: false })).toContain("src/x.ts: broken");
    expect(describePart({ ...outcome, passed: true }).split("\n")).toHaveLength(1);
  });
});
