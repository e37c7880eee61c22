import { expect, test } from "vitest";
import { canonicalJson } from "./canonical-json";
import { interestOf, parseEventMatch, plainJson } from "./event-match";

const own = { data: { id: 7, name: "o1", ratio: 0.5, list: [1], nothing: null } };

test.each<[string, unknown, unknown]>([
  ["event.data.id == async.data.id", ["data", "id"], "7"],
  ["async.data.other == event.data.id", ["data", "other"], "7"],
  ["async.data.n > 3 && event.data.name == async.data.name", ["data", "name"], "o1"],
  ["event.data.name == async.data.name && async.data.word == 'yes'", ["data", "name"], "o1"],
])("an equality that must hold in any case finds the wait: %s", (source, path, wanted) => {
  expect(interestOf(parseEventMatch(source), own)).toEqual({ condition: source, path, wanted });
});

test.each([
  "async.data.n > 3",
  "event.data.id == async.data.id || async.data.all == true",
  "!(event.data.id == async.data.id)",
  "(event.data.id == async.data.id ? true : false)",
  "event.data.ratio == async.data.ratio",
  "async.data.text == 'a && event.data.id == async.data.id && b'",
])("any other condition is held against every event of that name: %s", (source) => {
  expect(interestOf(parseEventMatch(source), own)).toEqual({ condition: source, path: null, wanted: null });
});

test.each(["data.missing", "data.nothing", "data.list"])(
  "a run whose own event has no such value waits for nothing: %s",
  (path) => {
    expect(interestOf(parseEventMatch(`event.${path} == async.${path}`), own)).toBeNull();
  },
);

test("without a condition any event will do", () => {
  expect(interestOf(null, own)).toEqual({ condition: null, path: null, wanted: null });
});

test("an event is written as jsonb can hold it, and what only looks like an escape is left alone", () => {
  const plain = (value: unknown) => JSON.parse(plainJson(value, canonicalJson(value)));
  expect(plain({ text: "a\u0000b", "k\ud800": ["\udc00", "😀"] })).toEqual({
    text: "ab",
    "k\ufffd": ["\ufffd", "😀"],
  });
  const looksLike = { text: "\\u0000 and \\ud800", path: "C:\\u0000" };
  expect(plain(looksLike)).toEqual(looksLike);
});
