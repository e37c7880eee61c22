import { expect, it } from "vitest";
import { fromUtf8Span, toCodePointSpan, toUtf8Span, toUtf16Spans } from "./text-offsets";

const text = "🪑🪑 Halvorn (https://a.example) and 🪑 (https://b.example)";
const claim = (url: string) => {
  const start = text.indexOf(url);
  return { start, end: start + url.length, hint: url };
};
const claims = [claim("https://a.example"), claim("https://b.example")];
const spans = claims.map(({ start, end }) => ({ start, end }));

it("reads offsets in code points when the vendor counts those", () => {
  const counted = claims.map((one) => ({ ...one, ...toCodePointSpan(text, one) }));
  expect(counted[0]?.start).toBe((claims[0]?.start ?? 0) - 2);
  expect(toUtf16Spans(text, counted)).toEqual(spans);
});

it("reads offsets in UTF-16 units when the vendor counts those", () => {
  expect(toUtf16Spans(text, claims)).toEqual(spans);
});

it("gives no span for offsets outside the text or an empty range", () => {
  const wrong = [
    { start: 0, end: 999, hint: "x" },
    { start: 5, end: 5, hint: "x" },
    { start: -1, end: 3, hint: "x" },
  ];
  expect(toUtf16Spans(text, wrong)).toEqual([null, null, null]);
  expect(toUtf16Spans("plain", wrong)).toEqual([null, null, null]);
});

it("reads offsets in UTF-8 bytes, and none that cut a character", () => {
  const whole = "aü🪑日b";
  for (const [start, end] of [
    [0, 1],
    [1, 2],
    [1, 4],
    [4, 6],
    [0, whole.length],
  ] as const) {
    const bytes = toUtf8Span(whole, { start, end });
    expect(fromUtf8Span(whole, bytes.start, bytes.end)).toEqual({ start, end });
  }
  expect(toUtf8Span(whole, { start: 2, end: 4 })).toEqual({ start: 3, end: 7 });
  for (const [start, end] of [
    [2, 7],
    [1, 2],
    [3, 5],
    [0, 99],
    [4, 4],
    [-1, 2],
  ] as const) {
    expect(fromUtf8Span(whole, start, end)).toBeNull();
  }
});
