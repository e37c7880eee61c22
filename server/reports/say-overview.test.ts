import { describe, expect, it } from "vitest";
import { describeMetric, drawMetric, type MetricRow, metricWords } from "@/server/metrics";
import type { BrandStreak, Sentence, SeriesBreak, SeriesWindow } from "./contract";
import { sayOverview } from "./say-overview";

const brands = [
  { brandId: "own", name: "Halvorn", own: true },
  { brandId: "a", name: "Alpha", own: false },
  { brandId: "b", name: "Beta", own: false },
];
const frame = { brands, targetPresence: 0.4 };

type Ends = readonly [low: number, high: number];

function presence(brandId: string, value: number, panel: Ends, market: Ends, rest: Partial<MetricRow> = {}) {
  const row: MetricRow = {
    metricId: "presence",
    brandId,
    method: "v1",
    value,
    successes: Math.round(value * 200),
    total: 200,
    n: 200,
    k: 30,
    panel: { low: panel[0], high: panel[1] },
    market: { low: market[0], high: market[1] },
    evidence: "level",
    upperBound: market[1],
    flags: [],
    seed: null,
    ...rest,
  };
  return { ...row, said: describeMetric(row), words: metricWords(row), drawing: drawMetric(row) };
}

const own = (rest: Partial<MetricRow> = {}) => presence("own", 0.55, [0.5, 0.6], [0.4, 0.7], rest);

function measured(
  start: string,
  metrics: SeriesWindow["metrics"],
  rest: { breaks?: SeriesBreak[]; version?: number } = {},
): SeriesWindow {
  const { breaks = [], version = 1 } = rest;
  const source = { methods: [], models: [], contracts: [], extractors: [], brandSets: [], computedAt: "" };
  return { window: { start, days: 7 }, panel: { name: "Main", version }, source, breaks, metrics };
}

const NOW = "2026-11-09";
const BEFORE = "2026-11-02";

function say(
  metrics: SeriesWindow["metrics"],
  rest: {
    before?: SeriesWindow[];
    breaks?: SeriesBreak[];
    version?: number;
    streak?: Partial<BrandStreak>;
  } = {},
): string {
  const shown = measured(NOW, metrics, rest);
  const streaks = rest.streak
    ? [
        {
          brandId: "own" as never,
          current: 0,
          longest: 0,
          brokenAt: null,
          risk: null,
          outcomes: [],
          ...rest.streak,
        },
      ]
    : [];
  const sentences = sayOverview({ shown, trend: [...(rest.before ?? []), shown], streaks }, frame);
  return sentences.map(textOf).join(" ");
}

const textOf = (sentence: Sentence) =>
  sentence.map((part) => ("text" in part ? part.text : `[${part.window.start}]`)).join("");

describe("a level", () => {
  it("is said with both of its intervals", () => {
    expect(say([own()])).toContain(
      "Halvorn is named in 55 % of the answers, 50-60 % on these prompts and 40-70 % on prompts like these.",
    );
    expect(say([own({ panel: null })])).toContain("no interval on these prompts");
  });

  it("of a small sample is said to be early", () => {
    expect(say([own({ evidence: "early" })])).toMatch(/^Early: Halvorn is named in 55 %/);
  });

  it("of a window with missing asks says that they are missing", () => {
    expect(say([own({ flags: ["completion_below_90"] })])).toContain(
      "Completion is under 90 %: part of the sample is missing.",
    );
  });
});

describe("what allows no level", () => {
  const few = { evidence: "counts", successes: 3, total: 12, n: 12, k: 4, upperBound: 0.54 } as const;

  it("is said in counts with their bound, and compared with nothing", () => {
    const rival = presence("a", 0.9, [0.8, 0.95], [0.8, 0.95], few);
    const before = [measured(BEFORE, [presence("own", 0.1, [0, 0.1], [0, 0.1])])];
    expect(say([own(few), rival], { before, streak: { outcomes: [{ start: NOW, outcome: "hit" }] } })).toBe(
      "Halvorn is named in 3 of 12 answers, 4 prompts (at most 54 %): too few to claim a level.",
    );
  });

  it("is withheld without a number of it", () => {
    const withheld = own({ value: null, panel: null, market: null, flags: ["suppressed_below_70"] });
    expect(say([withheld])).toBe("Completion is under 70 %: the other numbers of this window are withheld.");
  });

  it("has nothing to say of an empty window, or of a series that wasn't measured", () => {
    const empty = own({ value: null, panel: null, market: null, flags: ["no_data"] });
    expect(say([empty])).toBe("No answer of this window entered the count.");
    expect(sayOverview({ shown: null, trend: [], streaks: [] }, frame)).toEqual([]);
  });
});

describe("a comparison with rivals", () => {
  it("says of both intervals at once where they say the same", () => {
    const rivals = [
      presence("a", 0.6, [0.55, 0.65], [0.5, 0.7]),
      presence("b", 0.2, [0.1, 0.3], [0.1, 0.35]),
    ];
    expect(say([own(), ...rivals])).toContain(
      "Both of its intervals overlap that of Alpha and lie above that of Beta.",
    );
  });

  it("says of each interval what is so where they differ", () => {
    const rivals = [
      presence("a", 0.7, [0.65, 0.75], [0.5, 0.8]),
      presence("b", 0.6, [0.55, 0.7], [0.5, 0.8]),
    ];
    const said = say([own(), ...rivals]);
    expect(said).toContain(
      "On these prompts its interval overlaps that of Beta and lies below that of Alpha.",
    );
    expect(said).toContain("On prompts like these it overlaps those of both rivals.");
  });

  it("says nothing without a rival, and nothing of a rival without an interval", () => {
    expect(say([own()])).not.toMatch(/overlap|lie/);
    const unknown = presence("a", 0.7, [0, 1], [0, 1], { panel: null, market: null });
    expect(say([own(), unknown])).not.toMatch(/overlap|lie/);
  });
});

describe("a comparison with the window before", () => {
  const then = (value: number, panel: Ends, market: Ends, version = 1) => [
    measured(BEFORE, [presence("own", value, panel, market)], { version }),
  ];

  it("says whether intervals overlap, and never that anything changed", () => {
    expect(say([own()], { before: then(0.5, [0.45, 0.55], [0.35, 0.65]) })).toContain(
      "Against [2026-11-02], both intervals overlap.",
    );
    const apart = say([own()], { before: then(0.4, [0.35, 0.45], [0.3, 0.5]) });
    expect(apart).toContain(
      "Against [2026-11-02], the interval on these prompts lies above, the one on prompts like these overlaps.",
    );
    expect(apart).not.toMatch(/chang|rise|rose|grew|better|worse|improv|signific/i);
  });

  it("is not made with another panel version, or after a break of the series", () => {
    expect(say([own()], { before: then(0.1, [0, 0.1], [0, 0.1]), version: 2 })).toContain(
      "It is the first window of panel Main, version 2: it is not compared with those before.",
    );
    const broken = say([own()], { before: then(0.1, [0, 0.1], [0, 0.1]), breaks: ["models", "brandSets"] });
    expect(broken).toContain(
      "It is not compared with [2026-11-02]: the models served and the set of brands changed.",
    );
    expect(broken).not.toContain("Against");
  });

  it("is not made in the first window, nor with one that is withheld", () => {
    expect(say([own()])).toContain("It is the first window of this series.");
    const withheld = presence("own", 0.5, [0, 1], [0, 1], { value: null, flags: ["suppressed_below_70"] });
    expect(say([own()], { before: [measured(BEFORE, [withheld])] })).not.toMatch(/Against|first/);
  });
});

describe("a streak", () => {
  const at = (outcome: "hit" | "miss" | "no_data", rest: Partial<BrandStreak> = {}) =>
    say([own()], { streak: { outcomes: [{ start: NOW, outcome }], ...rest } });

  it("is said with the target that it was counted against", () => {
    expect(at("hit", { current: 3, longest: 3 })).toContain(
      "Presence reached the target of 40 % in 3 windows in a row.",
    );
    expect(at("hit", { current: 1 })).toContain("Presence reached the target of 40 % in this window.");
    expect(at("miss")).toContain("Presence did not reach the target of 40 %.");
    expect(at("miss", { brokenAt: NOW })).toContain("40 %, which ended a streak.");
  });

  it("is not said of a window without data", () => {
    expect(at("no_data", { current: 3 })).not.toContain("target");
  });
});

describe("every number that a sentence names", () => {
  it("refers to a row of the shown window", () => {
    const shown = measured(NOW, [own({ flags: ["completion_below_90"] })]);
    const parts = sayOverview({ shown, trend: [shown], streaks: [] }, frame).flat();
    expect(parts.flatMap((part) => ("of" in part ? [part.of] : []))).toEqual([
      { metricId: "presence", brandId: "own" },
      { metricId: "completion", brandId: null },
    ]);
  });
});
