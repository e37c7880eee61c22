import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import type { StatementDto, SupportDto } from "@/server/facts/contract";
import { AnswerId, FactId } from "@/server/kernel/id";
import { SaidCounts } from "./said-counts";
import { StatementItem } from "./statement-item";
import { SupportMark } from "./support-mark";

const statement: StatementDto = {
  answerId: AnswerId.parse("0198a000-0000-7000-8000-000000000001"),
  start: 12,
  end: 40,
  quote: "Acme costs \u202E51$ <b>a month</b>",
  topic: "price",
  verdict: "wrong",
  fact: {
    factId: FactId.parse("0198a000-0000-7000-8000-000000000002"),
    version: 2,
    statement: "Costs $12",
    value: { kind: "number", number: 12, unit: "USD" },
    isCurrent: false,
  },
  judgedBy: "rules@1.0.0",
  confidence: 0.85,
};
const support: SupportDto = {
  ordinal: 1,
  url: "https://example.com/",
  outcome: "unchecked",
  why: "http_404",
  start: 12,
  end: 40,
  excerpt: null,
  judgedBy: "rules@1.0.0",
  confidence: 1,
  fetchedAt: null,
};

test("a statement leads to its place in the text, says the fact as it stood then, and is harmless", () => {
  const html = renderToStaticMarkup(createElement(StatementItem, { statement, href: "" }));
  expect(html).toContain('href="#said-12"');
  expect(html).toContain("Wrong");
  expect(html).toContain("Fact, as it stood then: ");
  expect(html).toContain("Acme costs \uFFFD51$ &lt;b&gt;a month&lt;/b&gt;");
});

test("a page that couldn't be checked says why, one that nobody looked at is a dash", () => {
  const html = renderToStaticMarkup(createElement(SupportMark, { support }));
  expect(html).toContain("The page isn’t there any more.");
  expect(renderToStaticMarkup(createElement(SupportMark, { support: undefined }))).toContain("not looked at");
});

test("counts come with their intervals; without a checked page there is no rate", () => {
  const share = { count: 1, of: 4, low: 0.05, high: 0.7 };
  const engines = [
    { engineId: "chatgpt", engine: "ChatGPT", right: 3, wrong: 1, unverifiable: 2, wrongShare: share },
  ];
  const none = { supports: 0, partly: 0, unsupported: 0, unchecked: 0, rate: null };
  const shown = (checks: typeof none | (Omit<typeof none, "rate"> & { rate: typeof share })) =>
    renderToStaticMarkup(createElement(SaidCounts, { said: { engines, answers: 9, support: checks } }));
  expect(shown(none)).toContain("1 of 4 (5–70 %)");
  expect(shown(none)).toContain("no cited page was looked at yet");
  expect(shown({ ...none, supports: 1, partly: 1, unsupported: 2, rate: share })).toContain(
    "1 of 4 (5–70 %) of the checked citations support their sentence; 1 partly, 2 don’t.",
  );
});
