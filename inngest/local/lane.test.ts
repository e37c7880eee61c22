import { expect, test } from "vitest";
import { parseExpression } from "./expression";
import { readFunctionPlans } from "./function-plan";
import { type Candidate, chooseAdmitted, laneOf } from "./lane";

const planOf = (concurrency: unknown, id = "app-fn") => {
  const [plan] = readFunctionPlans([{ id, triggers: [], steps: { step: {} }, concurrency }]);
  if (!plan) throw new Error("no plan");
  return plan;
};
const scope = (data: object) => ({ event: { data } });

test("a lane's keys are the function's own, unless their scope is wider", () => {
  const own = laneOf(planOf({ limit: 2, key: "event.data.org" }), scope({ org: "a" }));
  const other = laneOf(planOf({ limit: 2, key: "event.data.org" }, "app-other"), scope({ org: "a" }));
  expect(own?.keys).not.toEqual(other?.keys);
  const shared = (id: string) =>
    laneOf(planOf({ limit: 2, key: "event.data.org", scope: "env" }, id), scope({ org: "a" }));
  expect(shared("app-fn")?.keys).toEqual(shared("app-other")?.keys);
});

test("keys of different kinds never meet: the number 1, the text '1', nothing", () => {
  const ids = [1, "1", null, "null"].map(
    (org) => laneOf(planOf({ limit: 1, key: "event.data.org" }), scope({ org }))?.id,
  );
  expect(new Set(ids).size).toBe(4);
});

test("without a limit there is no lane", () => {
  expect(laneOf(planOf(undefined), scope({}))).toBeNull();
});

const candidate = (id: string, priority: number, seq: number, ...keys: [string, number][]): Candidate => ({
  id,
  queue: "runs",
  priority,
  seq,
  keys: keys.map(([key, room]) => ({ key, room })),
});

test("slots go by priority, then age, as far as all keys have room", () => {
  const chosen = chooseAdmitted([
    candidate("old", 0, 1, ["engine", 2], ["org a", 1]),
    candidate("blocked", 0, 2, ["engine", 2], ["org a", 1]),
    candidate("other org", 0, 3, ["engine", 2], ["org b", 5]),
    candidate("too late", 0, 4, ["engine", 2], ["org b", 5]),
  ]);
  expect(chosen.map(({ id }) => id)).toEqual(["old", "other org"]);
  const ranked = chooseAdmitted([
    candidate("old", 0, 1, ["engine", 1]),
    candidate("ranked", 9, 2, ["engine", 1]),
  ]);
  expect(ranked.map(({ id }) => id)).toEqual(["ranked"]);
});

test("an expression that isn't understood is refused with the function's name", () => {
  expect(() => parseExpression("a.b(c)")).toThrow();
  expect(() => planOf({ limit: 1, key: "a.b(c)" })).toThrow('function "app-fn"');
});
