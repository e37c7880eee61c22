import { intervalWords, percentWords } from "@/server/metrics";
import type { OverviewSeries, ReportedMetric, Sentence, SentencePart, SeriesBreak } from "./contract";
import { namesOf, type Placing, placeInterval, placingWords, sideOf } from "./place-interval";

type Said = Pick<OverviewSeries, "shown" | "trend" | "streaks">;

interface Frame {
  readonly targetPresence: number;
  readonly brands: readonly { readonly brandId: string; readonly name: string; readonly own: boolean }[];
}

/**
 * What the shown window of a series says, in sentences made by rule. A level is said with both of its intervals, counts
 * with their bound; comparisons say whether intervals overlap and no more, and none is made where evidence is "counts",
 * numbers are withheld, or the window before was measured with something else.
 */
export function sayOverview(series: Said, frame: Frame): Sentence[] {
  const own = frame.brands.find((brand) => brand.own);
  const presence = series.shown && presenceOf(series.shown.metrics, own?.brandId);
  if (!own || !series.shown || !presence) return [];
  const sentences = [sayPresence(presence, own.name), ...sayCompletion(presence)];
  if (presence.drawing?.kind !== "level") return sentences;
  return [
    ...sentences,
    ...sayRivals(presence, series.shown.metrics, frame),
    ...sayBefore(presence, series),
    ...sayStreak(series, own.brandId, frame.targetPresence),
  ];
}

function presenceOf(metrics: readonly ReportedMetric[], brandId: string | undefined) {
  return metrics.find((metric) => metric.metricId === "presence" && metric.brandId === brandId);
}

const refersTo = (text: string, { metricId, brandId }: Pick<ReportedMetric, "metricId" | "brandId">) => ({
  text,
  of: { metricId, brandId },
});
const completion = { metricId: "completion", brandId: null };

const COUNTED = /^\d+ of \d+/;

function sayPresence(presence: ReportedMetric, name: string): Sentence {
  const { value, words, drawing, panel, market, flags } = presence;
  if (flags.includes("suppressed_below_70")) {
    return [
      refersTo("Completion", completion),
      { text: " is under 70 %: the other numbers of this window are withheld." },
    ];
  }
  if (value === null) return [{ text: "No answer of this window entered the count." }];
  if (drawing?.kind !== "level") {
    return [
      { text: `${name} is named in ` },
      refersTo(`${presence.successes} of ${presence.total}`, presence),
      { text: `${words.value.replace(COUNTED, "")} (${words.bound}): too few to claim a level.` },
    ];
  }
  const [panelWords, marketWords] = [panel, market].map((interval) =>
    interval ? intervalWords(interval) : null,
  );
  return [
    {
      text: `${presence.evidence === "early" ? "Early: " : ""}${name} is named in `,
    },
    refersTo(percentWords(value), presence),
    {
      text: ` of the answers, ${panelWords ?? "no interval"} on these prompts and ${marketWords ?? "no interval"} on prompts like these.`,
    },
  ];
}

function sayCompletion({ flags }: ReportedMetric): Sentence[] {
  return flags.includes("completion_below_90")
    ? [[refersTo("Completion", completion), { text: " is under 90 %: part of the sample is missing." }]]
    : [];
}

function sayRivals(own: ReportedMetric, metrics: readonly ReportedMetric[], { brands }: Frame): Sentence[] {
  const rivals = brands.flatMap(({ brandId, name }) => {
    const row = brandId === own.brandId ? undefined : presenceOf(metrics, brandId);
    return row ? [{ name, panel: row.panel, market: row.market }] : [];
  });
  const place = (which: "panel" | "market") =>
    placeInterval(
      own[which],
      rivals.map((rival) => ({ name: rival.name, interval: rival[which] })),
    );
  const [panel, market] = [place("panel"), place("market")];
  if (panel && market && same(panel, market)) {
    return [[{ text: `Both of its intervals ${placingWords(panel, rivals.length, "plural")}.` }]];
  }
  return [
    ...say("On these prompts its interval", panel, rivals.length),
    ...say("On prompts like these it", market, rivals.length),
  ];
}

function say(subject: string, placing: Placing | null, of: number): Sentence[] {
  return placing ? [[{ text: `${subject} ${placingWords(placing, of, "singular")}.` }]] : [];
}

function same(a: Placing, b: Placing): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

const CHANGED: Readonly<Record<SeriesBreak, string>> = {
  panel: "the panel version",
  methods: "the method",
  models: "the models served",
  contracts: "the form of the engine's answers",
  extractors: "the extractor",
  brandSets: "the set of brands",
};

function sayBefore(own: ReportedMetric, { shown, trend }: Said): Sentence[] {
  if (!shown) return [];
  const earlier = trend.filter(({ window }) => window.start < shown.window.start);
  if (earlier.length === 0) return [[{ text: "It is the first window of this series." }]];
  const before = earlier.findLast(
    ({ panel }) => panel.name === shown.panel.name && panel.version === shown.panel.version,
  );
  if (!before) {
    const { name, version } = shown.panel;
    const text = `It is the first window of panel ${name}, version ${version}: it is not compared with those before.`;
    return [[{ text }]];
  }
  const window: SentencePart = { window: before.window };
  if (shown.breaks.length > 0) {
    const reasons = namesOf(shown.breaks.map((reason) => CHANGED[reason]));
    return [[{ text: "It is not compared with " }, window, { text: `: ${reasons} changed.` }]];
  }
  const row = presenceOf(before.metrics, own.brandId ?? undefined);
  if (row?.drawing?.kind !== "level") return [];
  if (!own.panel || !row.panel || !own.market || !row.market) return [];
  const [panel, market] = [sideOf(own.panel, row.panel), sideOf(own.market, row.market)];
  const text =
    panel === market
      ? `, both intervals ${LIES[panel].plural}.`
      : `, the interval on these prompts ${LIES[panel].singular}, the one on prompts like these ${LIES[market].singular}.`;
  return [[{ text: "Against " }, window, { text }]];
}

const LIES = {
  overlap: { singular: "overlaps", plural: "overlap" },
  above: { singular: "lies above", plural: "lie above" },
  below: { singular: "lies below", plural: "lie below" },
} as const;

function sayStreak({ streaks }: Said, brandId: string, target: number): Sentence[] {
  const streak = streaks.find((each) => each.brandId === brandId);
  const now = streak?.outcomes.at(-1);
  if (!streak || now === undefined || now.outcome === "no_data") return [];
  const reached = `the target of ${percentWords(target)}`;
  if (streak.current > 1) {
    return [[{ text: `Presence reached ${reached} in ${streak.current} windows in a row.` }]];
  }
  if (streak.current === 1) return [[{ text: `Presence reached ${reached} in this window.` }]];
  const ended = streak.brokenAt === now.start ? ", which ended a streak" : "";
  return [[{ text: `Presence did not reach ${reached}${ended}.` }]];
}
