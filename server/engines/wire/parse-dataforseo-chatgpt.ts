import { z } from "zod";
import type { ParsedAnswer } from "../contract";
import { occurrences } from "../parse-captured-answer";
import { Reference, type Task } from "./dataforseo-shape";
import { blankAnswer, groupByUrl, providerError } from "./parsed-answer";
import { fieldsOf, readDataForSeoBody } from "./read-dataforseo-body";

const Element = z.object({
  type: z.string(),
  markdown: z.string().nullish(),
  text: z.string().nullish(),
  sources: z.array(Reference).nullish(),
});

const Capture = z.object({
  model: z.string().nullish(),
  markdown: z.string().nullish(),
  sources: z.array(Reference).nullish(),
  search_results: z.array(Reference).nullish(),
  fan_out_queries: z.array(z.string()).nullish(),
  items: z.array(Element).nullish(),
});
type Capture = z.infer<typeof Capture>;

/**
 * DataForSEO's capture of chatgpt.com as an answer. Cited: `sources`, of the answer and of its parts, with the places of the
 * text where their url stands as spans. Retrieved: `search_results`. A list that comes as null is empty (the vendor's way);
 * one that is missing wasn't seen. Products and places are cards beside the text, and none of it. A refusal or a cut answer
 * can't be told from an answer here. Never throws.
 */
export function parseDataForSeoChatGpt(rawBody: string): ParsedAnswer {
  return readDataForSeoBody(rawBody, readTask);
}

function readTask(task: Task): ParsedAnswer {
  if (!task.path?.includes("llm_scraper")) return providerError("not a capture of ChatGPT: tasks.0.path");
  const checked = Capture.safeParse(task.result?.[0]);
  if (!checked.success) {
    return providerError(`not a capture of ChatGPT: ${fieldsOf(checked.error, "tasks.0.result.0.")}`);
  }
  const capture = checked.data;
  const text = textOf(capture);
  if (text === null) return providerError("not a capture of ChatGPT: tasks.0.result.0.markdown");
  const empty = text.trim() === "";
  return {
    ...blankAnswer,
    state: empty ? "empty" : "answered",
    reason: empty ? "the answer has no text" : null,
    text,
    modelServed: capture.model || null,
    searchTriggered: searchedIn(capture),
    citations: [...citedIn(capture, text), ...groupByUrl("retrieved", asUses(capture.search_results))],
    searchQueries: capture.fan_out_queries ?? [],
  };
}

/** The answer's markdown, or that of its parts where it has none; null where neither is there. */
function textOf({ markdown, items }: Capture): string | null {
  if (typeof markdown === "string") return markdown;
  const parts = (items ?? []).flatMap((item) => item.markdown ?? item.text ?? []);
  return parts.length > 0 ? parts.join("\n\n") : null;
}

function citedIn({ sources, items }: Capture, text: string): ParsedAnswer["citations"] {
  const shown = [...(sources ?? []), ...(items ?? []).flatMap((item) => item.sources ?? [])];
  return groupByUrl("cited", asUses(shown)).map((citation) => ({
    ...citation,
    spans: occurrences(text, citation.url),
  }));
}

function searchedIn(capture: Capture): boolean | null {
  const lists = [capture.sources, capture.search_results, capture.fan_out_queries];
  const parts = (capture.items ?? []).map(({ sources }) => sources);
  if ([...lists, ...parts].some((list) => list && list.length > 0)) return true;
  return lists.includes(undefined) ? null : false;
}

function asUses(references: readonly Reference[] | null | undefined) {
  return (references ?? []).flatMap(({ url, title }) =>
    url ? [{ url, title: title || null, span: null }] : [],
  );
}
