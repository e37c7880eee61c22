import { expect, test } from "vitest";
import { writeMail } from "./write-mail";

const hostile = `<img src=x onerror=alert(1)> & "quotes"`;

test("what somebody called themselves is text in both bodies, and never markup", () => {
  const { text, html } = writeMail(
    { to: "a@b.example", subject: hostile, lines: [hostile], action: { label: hostile, path: "/x?a=1&b=2" } },
    "https://site.example",
  );
  expect(text).toContain(hostile);
  expect(text).toContain("https://site.example/x?a=1&b=2");
  expect(html).not.toContain("<img");
  expect(html).toContain('href="https://site.example/x?a=1&amp;b=2"');
});
