import { expect, test } from "vitest";
import { parseExpression } from "./expression";

const scope = { event: { name: "a/b", data: { n: 3, plan: "pro", org: "o", on: true, nothing: null } } };

test.each<[string, unknown]>([
  ["event.data.n", 3],
  ["event.data.missing.deeper", undefined],
  ["'text'", "text"],
  ['"text"', "text"],
  ["-12", -12],
  ["event.data.n + 4", 7],
  ["event.data.org + '-' + event.data.n", "o-3"],
  ["event.data.plan == 'pro'", true],
  ["event.data.plan != 'pro'", false],
  ["event.data.on == true && event.data.n == 3", true],
  ["event.data.n == 4 || event.data.nothing == null", true],
  ["event.data.plan == 'free' ? 0 : event.data.plan == 'pro' ? 120 : 60", 120],
  ["(event.data.n == 3 ? 'a' : 'b') + 'c'", "ac"],
  ["event.data.n > 2.5 && event.data.n <= 3", true],
  ["event.data.n < 3 || event.data.n >= 3.5", false],
  ["event.data.plan > 'b'", true],
  ["event.data.plan > 3", false],
  ["event.data.missing < 3", false],
  ["!(event.data.on) || !event.data.on", false],
  ["event.data.constructor", undefined],
  ["event.data.__proto__", undefined],
])("%s", (source, value) => {
  expect(parseExpression(source)(scope)).toBe(value);
});

test.each([
  "",
  "event.data.n > > 3",
  "event.data.name.startsWith('a')",
  "has(event.data.n)",
  "event.data['n']",
  "event.data.n ==",
  "'open",
  "1 2",
  "a ? b",
  "process.exit(1)",
  "x; y",
])("what is beyond the language is refused: %s", (source) => {
  expect(() => parseExpression(source)).toThrow("beyond what the local runtime understands");
});
