import { parse } from "csv-parse/sync";
import { describe, expect, test } from "vitest";
import type { Cell } from "./export-table";
import { plainNumber, writeCsv } from "./write-csv";

const cellsOf = (cells: readonly Cell[]): string[] => parse(writeCsv([cells]))[0] ?? [];

describe("a text that a spreadsheet would run as a formula", () => {
  test.each([
    '=HYPERLINK("https://evil.example","Halvorn")',
    "+49 170 000",
    "-2+3+cmd|' /C calc'!A0",
    "@SUM(1;2)",
    "\t=1+1",
    "\r=1+1",
    "＝1+1",
  ])("%j gets an apostrophe in front, and is otherwise whole", (text) => {
    expect(cellsOf([text, "next"])).toEqual([`'${text}`, "next"]);
  });

  test("a plain one is left alone, with quotes, breaks and separators as they are", () => {
    const plain = [
      'He said "no"',
      "a,b;c",
      "two\nlines",
      "a\rb",
      "c\r\nd",
      " =1+1",
      "5 - 3",
      "'quoted",
      "Café 桌子 🪑",
      "",
    ];
    expect(cellsOf(plain)).toEqual(plain);
  });
});

test("a break in a text never begins a row, whichever kind it is", () => {
  expect(writeCsv([["two\nlines", "a\rb", "c\r\nd", "plain"]])).toBe(
    '"two\nlines","a\rb","c\r\nd",plain\r\n',
  );
});

test("numbers are plain: signs, all digits, no apostrophe, no exponent", () => {
  expect(cellsOf([-5, 0.09722222222222221, 1e-7, -1.5e-9, 1e21, 4_294_967_295, 0])).toEqual([
    "-5",
    "0.09722222222222221",
    "0.0000001",
    "-0.0000000015",
    "1000000000000000000000",
    "4294967295",
    "0",
  ]);
});

test("a number written out is the same number", () => {
  for (const value of [5e-324, 1.7976931348623157e308, 1.23e-7, 123456789e-20, 2 ** -1074, 0.1 + 0.2]) {
    expect(plainNumber(value)).not.toMatch(/e/);
    expect(Number(plainNumber(value))).toBe(value);
  }
});

test("null is empty, booleans are words, lists and objects are JSON", () => {
  expect(cellsOf([null, true, false, ["a", 'b"c'], { input: 5 }, []])).toEqual([
    "",
    "true",
    "false",
    '["a","b\\"c"]',
    '{"input":5}',
    "[]",
  ]);
});
