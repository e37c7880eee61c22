import { describe, expect, test } from "vitest";
import { functions } from "@/inngest";
import { afterDrop, functionName, lettersWords } from "./function-words";
import { letterPath, lettersPath } from "./operations-path";
import { retryWords } from "./retry-words";

const step = (state: "succeeded" | "failed") => ({ name: "x", state, body: null });

describe("the words of a retry", () => {
  test("say where it starts: anew, or after what is finished", () => {
    expect(retryWords([])).toMatch(/^None of its steps finished, so it starts anew/);
    expect(retryWords([step("failed")])).toMatch(/^None of its steps finished/);
    expect(retryWords([step("succeeded"), step("failed")])).toMatch(/^Its finished step is remembered/);
    expect(retryWords([step("succeeded"), step("succeeded")])).toMatch(
      /^Its 2 finished steps are remembered/,
    );
  });
});

describe("the words of a drop", () => {
  test("say for each job that keeps a run going that the janitor carries on", () => {
    for (const id of ["run", "ask-engine", "close-run"]) {
      expect(
        functions.map((each) => each.id()),
        id,
      ).toContain(id);
      expect(afterDrop(`citestreak-${id}`), id).toMatch(/janitor/);
    }
    expect(afterDrop("citestreak-run-failure")).toBe(afterDrop("citestreak-run"));
  });

  test("promise nothing for a job that nobody knows", () => {
    expect(afterDrop("citestreak-new-one")).toMatch(/stays undone/);
  });
});

test("a job is called as its function is; letters are counted in words", () => {
  expect(functionName("citestreak-close-run")).toBe("close-run");
  expect(functionName("other-citestreak-job")).toBe("other-citestreak-job");
  expect([lettersWords(1), lettersWords(1_500)]).toEqual(["1 dead letter", "1,500 dead letters"]);
});

test("an address holds the function and the place, whatever they are called", () => {
  expect(lettersPath()).toBe("/operations/dead-letters");
  expect(lettersPath({ functionId: "a&b=c", after: "2026-11-22 12:00:00+00~1" })).toBe(
    "/operations/dead-letters?function=a%26b%3Dc&after=2026-11-22+12%3A00%3A00%2B00%7E1",
  );
  expect(letterPath("id", "a b")).toBe("/operations/dead-letters/id?function=a+b");
});
