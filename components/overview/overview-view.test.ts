import { createElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import { METRICS } from "@/server/metrics";
import type { Overview } from "@/server/reports/contract";
import { OverviewView } from "./overview-view";
import { sampleOverview, sampleSeries } from "./testing/sample-overview";

const address = { org: "demo", workspace: "main", project: "desks" };
const NAMED = { Halvorn: 6, Alpha: 3, Beta: 9 };
const BRANDS = Object.keys(NAMED);
const STARTS = ["2026-10-19", "2026-10-26", "2026-11-02"] as const;
const windows = STARTS.map((start) => ({ start, named: NAMED }));

const render = (overview: Overview, query: Record<string, string> = {}) =>
  renderToStaticMarkup(createElement(OverviewView, { overview, address, query }));
const count = (html: string, pattern: RegExp) => html.match(pattern)?.length ?? 0;
/** What a reader sees as text. */
const textOf = (html: string) => html.replace(/<[^>]+>/g, " ").replace(/\s+/g, " ");
/** The page without what stands inside provenance triggers, chart scales, legends and descriptions of the method. */
const outsideTriggers = (html: string) =>
  textOf(html.replace(/<button[^>]*data-provenance.*?<\/button>/gs, "").replace(/<svg.*?<\/svg>/gs, ""));

describe("the page", () => {
  const html = render(sampleOverview(BRANDS, [sampleSeries(windows)]));

  it("gives every number its provenance: each metric of each brand, each window of the trend, streaks and prompts", () => {
    const brandMetrics = METRICS.filter(({ scope }) => scope === "brand").length;
    const engineMetrics = METRICS.length - brandMetrics;
    const lead = 2;
    const table = brandMetrics * BRANDS.length;
    const [trend, streaks, prompts] = [STARTS.length, 2 * BRANDS.length, 2];
    expect(count(html, /data-provenance=/g)).toBe(lead + table + engineMetrics + trend + streaks + prompts);
    for (const { id } of METRICS) expect(html).toContain(`data-provenance="${id}"`);
  });

  it("says no value outside of a trigger", () => {
    const values = outsideTriggers(html).match(/(early: )?\d+ %/g) ?? [];
    const allowed = /^(0|50|70|90|95|100) %$/;
    const intervals = /(panel|market) [\d.]+-[\d.]+ %/g;
    const bare = (outsideTriggers(html).replace(intervals, "").match(/\d+ %/g) ?? []).filter(
      (each) => !allowed.test(each),
    );
    expect(values.length).toBeGreaterThan(0);
    expect(bare).toEqual([]);
  });

  it("has one order of headings: a section, its parts, their lists", () => {
    const levels = [...html.matchAll(/<h(\d)/g)].map(([, level]) => Number(level));
    expect(levels[0]).toBe(2);
    for (const [index, level] of levels.entries())
      expect(level - (levels[index - 1] ?? 1)).toBeLessThanOrEqual(1);
  });

  it("sorts brands by presence, and says which one is the own", () => {
    const rows = [...html.matchAll(/<th scope="row"[^>]*>(Halvorn|Alpha|Beta)/g)].map(([, name]) => name);
    expect(rows.slice(0, 3)).toEqual(["Beta", "Halvorn", "Alpha"]);
    expect(textOf(html)).toContain("Halvorn own brand");
  });

  it("draws the metric that the address names, and keeps the rest of the address", () => {
    const chosen = render(sampleOverview(BRANDS, [sampleSeries(windows)]), {
      trend: "coverage",
      engine: "chatgpt",
    });
    expect(chosen).toContain('aria-label="Coverage on ChatGPT over 3 windows');
    expect(chosen).toContain("?trend=completion&amp;engine=chatgpt");
    const unknown = render(sampleOverview(BRANDS, [sampleSeries(windows)]), { trend: "mood" });
    expect(unknown).toContain('aria-label="Presence on ChatGPT over 3 windows');
  });
});

describe("states of the page", () => {
  it("of counts draws a reach without a point, and claims no level anywhere", () => {
    const few = windows.map((each) => ({ ...each, prompts: 3 }));
    const html = render(sampleOverview(BRANDS, [sampleSeries(few, { says: [] })]));
    expect(html).not.toContain("<circle");
    expect(textOf(html)).toContain("bound of a small sample");
    expect(textOf(html)).toMatch(/18 of 30 answers, 3 prompts/);
    const bare = textOf(html).match(/(?<!at most |at least |[Uu]nder |[Bb]elow |of )\b\d+ %/g) ?? [];
    expect(bare.filter((each) => !/^(0|50|100) %$/.test(each))).toEqual([]);
  });

  it("of a withheld window shows no brand's number, and the older windows still", () => {
    const last = { start: "2026-11-02", named: NAMED, cameBack: 5 };
    const html = render(sampleOverview(BRANDS, [sampleSeries([...windows.slice(0, 2), last], { says: [] })]));
    expect(textOf(html)).toContain("Withheld: with under 70 % of the asks back");
    expect(html).not.toContain('data-provenance="share_of_voice"');
    expect(textOf(html)).toContain("under 70 %: withheld");
    expect(html).toContain("<circle");
  });

  it("marks made-up data on every series that has it, and no other", () => {
    const mixed = sampleOverview(BRANDS, [sampleSeries(windows), sampleSeries(windows, { sandbox: true })]);
    const html = textOf(render(mixed));
    expect(html).toContain("Some of these numbers are made up");
    expect(count(html, /\bmade up\b/g)).toBe(4);
    expect(textOf(render(sampleOverview(BRANDS, [sampleSeries(windows)])))).not.toContain("made up");
  });

  it("without rivals says why there is no share of voice", () => {
    const alone = windows.map(({ start }) => ({ start, named: { Halvorn: 6 } }));
    const html = textOf(render(sampleOverview(["Halvorn"], [sampleSeries(alone)])));
    expect(html).toContain("No rival is declared, so there is no share of voice.");
    expect(html).toContain("no rivals declared");
  });

  it("of one window says that a trend takes more", () => {
    const html = textOf(render(sampleOverview(BRANDS, [sampleSeries(windows.slice(0, 1))])));
    expect(html).toContain("One window so far");
  });

  it("names where a series breaks, beside the chart and in the table", () => {
    const [first, second, third] = windows;
    if (!first || !second || !third) throw new Error("three windows");
    const series = sampleSeries([first, second, { ...third, version: 2, breaks: ["panel"] }]);
    const html = textOf(render(sampleOverview(BRANDS, [series])));
    expect(html).toContain("version 2");
    expect(html).toContain("another panel version");
  });

  it("links from a series that the window doesn't have to its last one", () => {
    const html = render(sampleOverview(BRANDS, [sampleSeries(windows, { shown: null })]));
    expect(html).toContain("/demo/main/desks?window=2026-11-02");
    expect(textOf(html)).toContain("Not measured in this window");
  });

  it("without numbers says what will stand here, and the way to a run or out of the filter", () => {
    const nothing = sampleOverview(BRANDS, []);
    expect(render(nothing)).toContain('href="/demo/main/desks/runs"');
    expect(textOf(render(nothing, { engine: "grok" }))).toContain("Nothing was measured with this filter");
  });
});
