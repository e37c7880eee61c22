import { expect, test } from "vitest";
import { TEMPLATES } from "@/components/import/templates";
import { MAX_LINES, MAX_REJECTED, readCaptures } from "./read-captures";

const NOW = new Date("2025-11-01T00:00:00Z");
const capture = (over: object = {}) => ({
  engine: "chatgpt",
  prompt: "Which desk?",
  text: "Halvorn.",
  capturedAt: "2025-10-20T09:00:00Z",
  ...over,
});
const jsonl = (...lines: object[]) => lines.map((line) => JSON.stringify(line)).join("\n");
const whys = (format: "jsonl" | "csv", content: string) =>
  readCaptures(format, content, NOW).rejected.map(({ line, why }) => `${line} ${why}`);

test("both templates come in whole", () => {
  for (const { format, content } of TEMPLATES) {
    const { captures, rejected } = readCaptures(format, content, new Date("2026-11-01T00:00:00Z"));
    expect(rejected).toEqual([]);
    expect(captures.map(({ engineId }) => engineId)).toEqual(["chatgpt", "google_ai_mode"]);
    expect(captures.map(({ answer }) => answer.sources.length)).toEqual([1, format === "csv" ? 2 : 1]);
  }
});

test("a table may be separated by semicolons or tabs, and spell its columns its own way", () => {
  for (const mark of [";", "\t"]) {
    const rows = [
      ["Captured at", "ENGINE", "prompt", "Text", "note"],
      ["2025-10-20T09:00:00Z", "ChatGPT", "Which desk?", '"One, two; three."', "mine"],
    ];
    const { captures, rejected } = readCaptures("csv", rows.map((row) => row.join(mark)).join("\r\n"), NOW);
    expect(rejected).toEqual([]);
    expect(captures[0]?.answer).toMatchObject({ prompt: "Which desk?", text: "One, two; three." });
  }
});

test("a table without a needed column is rejected once, with the columns that it lacks", () => {
  expect(whys("csv", "engine,prompt,note\nchatgpt,a,b\nchatgpt,c,d")).toEqual([
    "1 the header row has no text, capturedAt",
  ]);
});

test("a record over several lines is named by its first one", () => {
  const rows = [
    'chatgpt,a,"one\ntwo\nthree",2025-10-20T09:00:00Z',
    "chatgpt,b,c,yesterday",
    'chatgpt,d,"x\ny",',
  ];
  expect(whys("csv", ["engine,prompt,text,capturedAt", ...rows].join("\n"))).toEqual([
    "5 capturedAt: must be a moment with its time zone, as 2026-10-20T09:00:00Z",
    "6 capturedAt: is empty",
  ]);
});

test("a JSON list is named as one, not line by line", () => {
  expect(whys("jsonl", JSON.stringify([capture(), capture({ text: "b" })], null, 2))).toEqual([
    "1 is a JSON list: write one object a line, without the brackets around",
  ]);
});

test("a moment outside of what can be is rejected: each week from it on would be a window", () => {
  const lines = [
    capture({ capturedAt: "1970-01-01T00:00:00Z" }),
    capture({ capturedAt: "2206-10-20T09:00:00Z" }),
    capture({ capturedAt: "2025-11-01T23:00:00Z" }),
  ];
  expect(whys("jsonl", jsonl(...lines))).toEqual([
    "1 capturedAt: lies before 2022, when no answer engine could be asked",
    "2 capturedAt: lies in the future",
  ]);
});

test("what the database can't hold, and what isn't an object, is rejected in words", () => {
  const content = `${jsonl(capture({ prompt: "a\0b" }), capture({ prompt: "x".repeat(2_001) }))}\n7\nnull`;
  expect(whys("jsonl", content)).toEqual([
    expect.stringMatching(/^1 prompt: \w/),
    "2 prompt: is longer than 2000 characters: no engine would be asked that",
    "3 line: must be an object with engine, prompt, text and capturedAt",
    "4 line: must be an object with engine, prompt, text and capturedAt",
  ]);
  const [why = ""] = whys("jsonl", jsonl(capture({ engine: "e".repeat(100_000) })));
  expect(why.length).toBeLessThan(200);
});

test.each(["jsonl", "csv"] as const)("a %s file of another kind is cut off, and says so", (format) => {
  const header = format === "csv" ? "engine,prompt,text,capturedAt\n" : "";
  const { rejected } = readCaptures(format, header + "x,\n".repeat(MAX_REJECTED * 10), NOW);
  expect(rejected).toHaveLength(MAX_REJECTED + 1);
  expect(rejected.at(-1)?.why).toMatch(/^from here on nothing was looked at: the 20000 lines above/);
});

test("a file without end is cut off after as many lines as a file may have", () => {
  const lines = Array.from({ length: MAX_LINES + 5 }, (_, index) =>
    JSON.stringify(capture({ text: `${index}` })),
  );
  const { captures, rejected } = readCaptures("jsonl", lines.join("\n"), NOW);
  expect(captures).toHaveLength(MAX_LINES);
  expect(rejected).toEqual([
    { line: MAX_LINES + 1, why: "from here on nothing was looked at: a file holds at most 100000 lines" },
  ]);
});
