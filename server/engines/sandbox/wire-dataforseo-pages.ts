import { z } from "zod";
import type { SandboxAnswer, SandboxSource } from "./sandbox-answer";
import { CommonTask, dataForSeoWire, hostOf, vendorTime } from "./wire-dataforseo";
import type { WireFrame } from "./wire-format";

const PageTask = CommonTask.extend({
  device: z.enum(["desktop", "mobile"]).optional(),
  os: z.string().optional(),
});

/** Google AI Mode: a page that is the AI answer, and nothing else. */
export const aiModeWire = dataForSeoWire({
  path: ["v3", "serp", "google", "ai_mode", "live", "advanced"],
  data: { api: "serp", function: "live", se: "google", se_type: "ai_mode" },
  maxKeyword: 700,
  task: PageTask,
  costOf: () => 0.004,
  resultOf(answer, frame) {
    const items = answer.outcome === "no_answer_shown" ? [] : [overviewOf(answer)];
    return {
      ...pageOf(frame, "ai_mode", "udm=50&"),
      item_types: items.length > 0 ? ["ai_overview"] : [],
      se_results_count: 0,
      items_count: items.length,
      items,
    };
  },
});

/** USD of a page of results; an overview that Google loads later costs as much again. */
const pageCost = 0.002;

/** Google's ordinary page: an AI Overview now and then, which loads later, above the results. */
export const organicWire = dataForSeoWire({
  path: ["v3", "serp", "google", "organic", "live", "advanced"],
  data: { api: "serp", function: "live", se: "google", se_type: "organic" },
  maxKeyword: 700,
  task: PageTask.extend({ depth: z.int().optional(), load_async_ai_overview: z.boolean().optional() }),
  costOf: (answer, frame) =>
    answer.outcome !== "no_answer_shown" && waitsForOverview(frame) ? 2 * pageCost : pageCost,
  resultOf(answer, frame) {
    const overviews = answer.outcome === "no_answer_shown" ? [] : [asyncOverview(answer, frame)];
    const items = [...overviews, ...resultsOf(answer)];
    return {
      ...pageOf(frame, "organic", ""),
      item_types: [...new Set(items.map(({ type }) => type))],
      se_results_count: 12_400_000,
      pages_count: 1,
      items_count: items.length,
      items,
    };
  },
});

function waitsForOverview({ request }: WireFrame): boolean {
  return request.echo.load_async_ai_overview === true;
}

function asyncOverview(answer: SandboxAnswer, frame: WireFrame) {
  const unloaded = { markdown: null, items: null, references: null };
  const overview = { ...overviewOf(answer), asynchronous_ai_overview: true };
  return waitsForOverview(frame) ? overview : { ...overview, ...unloaded };
}

/** The blue links below the overview: none of the answer, and there to be left alone. */
function resultsOf(answer: SandboxAnswer) {
  return answer.retrieved.slice(0, 10).map(({ url, title }, index) => ({
    type: "organic",
    rank_group: index + 1,
    rank_absolute: index + 2,
    page: 1,
    domain: hostOf(url),
    title,
    description: "A result of the made-up market.",
    url,
    links: null,
  }));
}

function pageOf({ request, observedAt }: WireFrame, type: string, query: string) {
  return {
    keyword: request.prompt,
    type,
    se_domain: "google.com",
    location_code: request.echo.location_code ?? null,
    language_code: request.echo.language_code ?? null,
    check_url: `https://www.google.com/search?${query}q=${encodeURIComponent(request.prompt.toWellFormed())}`,
    datetime: vendorTime(observedAt),
    spell: null,
    refinement_chips: null,
  };
}

function overviewOf(answer: SandboxAnswer) {
  const references = [...new Map(answer.cited.map((source) => [source.url, source])).values()];
  return {
    type: "ai_overview",
    rank_group: 1,
    rank_absolute: 1,
    page: 1,
    position: "left",
    xpath: "/html[1]/body[1]/div[3]/div[1]",
    markdown: answer.text,
    items: sectionsOf(answer),
    references: references.map(reference),
    rectangle: null,
  };
}

/** A section is a paragraph of the markdown, with the sources whose passage ends in it. */
function sectionsOf(answer: SandboxAnswer) {
  let start = 0;
  return answer.text.split("\n\n").map((markdown) => {
    const from = start;
    const to = from + markdown.length;
    start = to + 2;
    const inside = answer.cited.filter(({ span }) => span && span.end > from && span.end <= to);
    return {
      type: "ai_overview_element",
      position: "left",
      title: null,
      text: markdown.replace(/[*#|]/g, ""),
      markdown,
      links: null,
      images: null,
      references: inside.length > 0 ? inside.map(reference) : null,
    };
  });
}

function reference({ url, title }: SandboxSource) {
  const host = hostOf(url);
  return {
    type: "ai_overview_reference",
    position: "left",
    source: host.replace(/^www\./, ""),
    domain: host,
    url,
    title,
    text: null,
  };
}
