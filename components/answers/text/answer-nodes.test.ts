import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, test } from "vitest";
import { AnswerNodes } from "./answer-nodes";
import { buildAnswerTree } from "./build-answer-tree";

const drawn = (text: string, marks: Parameters<typeof buildAnswerTree>[1] = []) =>
  renderToStaticMarkup(
    createElement(AnswerNodes, { nodes: buildAnswerTree(text, marks), names: ["Acme (own brand)", "Bolt"] }),
  );

describe("an answer's text as a page draws it", () => {
  test("holds no element of the engine's: its HTML is text", () => {
    const html = drawn(
      "<script>alert(1)</script>\n\n<img src=x onerror=alert(1)> <b onclick=x>b</b>\n\n<!-- c --> <svg/onload=x>",
    );
    expect(html).not.toMatch(/<(script|img|b|svg|!--)[\s>/]/);
    expect(html).toContain("&lt;script&gt;");
  });

  test("loads no picture and opens no address but http and https, outside and without telling where from", () => {
    const html = drawn(
      "![p](https://t.example/1.png) [a](javascript:alert(1)) [b](https://www.example.com/x) [c](data:text/html,x)",
    );
    expect(html).not.toContain("<img");
    const addresses = [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href);
    expect(addresses).toEqual(["https://t.example/1.png", "https://www.example.com/x"]);
    expect(html.match(/target="_blank" rel="nofollow noopener noreferrer"/g)).toHaveLength(2);
    expect(html).toContain("(example.com)");
    expect(html).toContain("(javascript:alert(1))");
  });

  test("names the host of a link unless the link does", () => {
    expect(drawn("[example.com](https://example.com/a)")).not.toContain("(example.com)");
    expect(drawn("[paypal.com](https://evil.example/a)")).toContain("(evil.example)");
  });

  test("marks brands by title, and gives the first mention of each the id that the legend leads to", () => {
    const html = drawn("Acme, Bolt, Acme", [
      { start: 0, end: 4, brand: 0 },
      { start: 6, end: 10, brand: 1 },
      { start: 12, end: 16, brand: 0 },
    ]);
    expect(html.match(/title="Acme \(own brand\)"/g)).toHaveLength(2);
    expect([...html.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      "named-first-0",
      "named-first-1",
    ]);
  });

  test("can be drawn however hostile it is", () => {
    for (const text of [
      ">".repeat(5_000),
      "[".repeat(5_000),
      "- ".repeat(5_000),
      "| a ".repeat(500),
      "```",
      "\u202E".repeat(50),
    ])
      expect(() => drawn(text)).not.toThrow();
  });

  test("has headings below the page's own, whatever the answer's are", () => {
    const html = drawn("###### six\n\n# one");
    expect(html.match(/<h\d/g)).toEqual(["<h3", "<h3"]);
  });
});
