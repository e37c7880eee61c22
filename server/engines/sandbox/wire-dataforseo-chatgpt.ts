import { z } from "zod";
import type { SandboxAnswer } from "./sandbox-answer";
import { CommonTask, dataForSeoWire, hostOf, vendorTime } from "./wire-dataforseo";

/** DataForSEO's capture of chatgpt.com: text, sources, search results and queries, each list null where it is empty. */
export const chatGptCaptureWire = dataForSeoWire({
  path: ["v3", "ai_optimization", "chat_gpt", "llm_scraper", "live", "advanced"],
  data: { api: "ai_optimization", function: "llm_scraper", se: "chat_gpt" },
  maxKeyword: 2_000,
  task: CommonTask.extend({ force_web_search: z.boolean().optional() }),
  costOf: () => 0.004,
  resultOf(answer, { request, observedAt }) {
    const items = elementsOf(answer);
    return {
      keyword: request.prompt,
      location_code: request.echo.location_code ?? null,
      language_code: request.echo.language_code ?? null,
      model: "gpt-5-3",
      check_url: `https://chatgpt.com/?q=${encodeURIComponent(request.prompt.toWellFormed())}`,
      datetime: vendorTime(observedAt),
      markdown: answer.text,
      search_results: orNull(
        answer.retrieved.map((page) => ({ type: "chat_gpt_search_result", ...named(page) })),
      ),
      sources: orNull(sourcesOf(answer.cited)),
      fan_out_queries: orNull(answer.queries),
      brand_entities: null,
      se_results_count: answer.retrieved.length,
      item_types: [...new Set(items.map(({ type }) => type))],
      items_count: items.length,
      items,
    };
  },
});

/** The answer in parts, as the vendor gives it again: a paragraph each, tables as such. */
function elementsOf({ text, cited }: SandboxAnswer) {
  let start = 0;
  return text.split("\n\n").map((markdown, index) => {
    const from = start;
    const to = from + markdown.length;
    start = to + 2;
    const inside = cited.filter(({ span }) => span && span.end > from && span.end <= to);
    const type = /^\| /.test(markdown) ? "chat_gpt_table" : "chat_gpt_text";
    return {
      type,
      rank_group: index + 1,
      rank_absolute: index + 1,
      markdown,
      sources: orNull(sourcesOf(inside)),
    };
  });
}

function sourcesOf(sources: SandboxAnswer["cited"]) {
  const byUrl = new Map(sources.map((source) => [source.url, source]));
  return [...byUrl.values()].map((page) => ({
    type: "chat_gpt_source",
    ...named(page),
    snippet: null,
    thumbnail: null,
    publication_date: null,
  }));
}

function named({ url, title }: { readonly url: string; readonly title: string | null }) {
  return { url, title, domain: hostOf(url) };
}

function orNull<T>(list: readonly T[]): readonly T[] | null {
  return list.length > 0 ? list : null;
}
