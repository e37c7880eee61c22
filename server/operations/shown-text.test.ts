import { expect, test } from "vitest";
import { shownText } from "./shown-text";

test("what turns the direction of a text, or can't be seen, is in sight and as long as before", () => {
  expect(shownText("a\u202Eb\u200Bc\u0000d\u2028e\u0085", 100).text).toBe(
    "a\uFFFDb\uFFFDc\uFFFDd\uFFFDe\uFFFD",
  );
});

test("lines, tabs, markup and other scripts stay as they are: screens show them as text", () => {
  const text = 'one\n\ttwo <img src=x onerror="alert(1)"> ärger 日本 🏳';
  expect(shownText(text, 100)).toEqual({ text, cut: false });
});

test("a text that is too long is cut, says so, and never ends in half a character", () => {
  expect(shownText("abc🏳", 4)).toEqual({ text: "abc\uFFFD", cut: true });
  expect(shownText("abc", 3)).toEqual({ text: "abc", cut: false });
});
