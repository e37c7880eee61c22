import { expect, test } from "vitest";
import { detectFormat } from "./detect-format";

const OBJECT = '{"engine":"chatgpt"}';
const TABLE = "engine,prompt,text,capturedAt\nchatgpt,Which?,Halvorn.,2025-10-20T09:00:00Z";

test.each([
  ["answers.jsonl", OBJECT, "jsonl"],
  ["answers.NDJSON", "not json yet", "jsonl"],
  ["answers.csv", TABLE, "csv"],
  ["answers.tsv", TABLE.replaceAll(",", "\t"), "csv"],
  [undefined, OBJECT, "jsonl"],
  [undefined, `\uFEFF \n${OBJECT}`, "jsonl"],
  [undefined, TABLE, "csv"],
  [undefined, `\uFEFF${TABLE}`, "csv"],
  ["answers.txt", TABLE, "csv"],
  ["answers.txt", `# notes\n${OBJECT}`, "jsonl"],
  ["answers", "no header at all", "csv"],
  [undefined, "", "csv"],
] as const)("%s with %j is read as %s", (name, content, format) => {
  expect(detectFormat(name, content)).toBe(format);
});

test("what a file holds counts for more than what it is called, where it can't be a table", () => {
  expect(detectFormat("answers.csv", OBJECT)).toBe("jsonl");
  expect(detectFormat("answers.csv", `[${OBJECT}]`)).toBe("jsonl");
  // The reverse: a table with an unknown header keeps the format of its name.
  expect(detectFormat("answers.jsonl", "a;b;c")).toBe("jsonl");
});
