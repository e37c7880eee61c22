import type { ParsedAnswer, TextSpan } from "../contract";
import {
  AiOverview,
  type AnswerElement,
  noSearchResults,
  PageResult,
  type Reference,
  type Task,
} from "./dataforseo-shape";
import { blankAnswer, groupByUrl, providerError, type SourceUse } from "./parsed-answer";
import { fieldsOf, readDataForSeoBody } from "./read-dataforseo-body";

/** The two kinds of Google page that show an AI answer, as the vendor names them. */
type PageType = "ai_mode" | "organic";

/**
 * A DataForSEO page of Google as an answer. Everything that Google shows as a reference or a link of the AI answer is cited;
 * a section's references have the section's place in the text as their span. What Google only looked at can't be seen, and
 * the page's other results are none of the answer. No `ai_overview` item, or the code "No Search Results": no answer was
 * shown. A refusal or a cut answer can't be told from an answer here. Never throws.
 */
export function parseDataForSeoPage(pageType: PageType, rawBody: string): ParsedAnswer {
  return readDataForSeoBody(rawBody, (task) => readTask(pageType, task));
}

function readTask(pageType: PageType, task: Task): ParsedAnswer {
  if (task.status_code === noSearchResults) return noAnswerShown("Google had no results");
  const checked = PageResult.safeParse(task.result?.[0]);
  if (!checked.success) {
    return providerError(`not a DataForSEO page: ${fieldsOf(checked.error, "tasks.0.result.0.")}`);
  }
  const { type, items, item_types: itemTypes } = checked.data;
  if (type !== pageType) return providerError(`not a DataForSEO ${pageType} page: tasks.0.result.0.type`);
  if (!items && !itemTypes) return providerError("not a DataForSEO page: tasks.0.result.0.items");
  const found = (items ?? []).filter((item) => item.type === "ai_overview");
  if (found.length > 0) return readOverviews(found);
  return itemTypes?.includes("ai_overview")
    ? providerError("the page names an ai_overview, and has none")
    : noAnswerShown("no AI answer on the page");
}

function noAnswerShown(reason: string): ParsedAnswer {
  return { ...blankAnswer, state: "no_answer_shown", reason };
}

function readOverviews(found: readonly unknown[]): ParsedAnswer {
  const overviews = found.flatMap((item) => AiOverview.safeParse(item).data ?? []);
  if (overviews.length < found.length) return providerError("the ai_overview item can't be read");
  if (overviews.some(isUnloaded)) {
    return providerError("Google loads the AI answer later, and the vendor didn't wait for it");
  }
  const text = overviews.map(textOf).join("\n\n");
  const uses = overviews.flatMap((overview) => usesIn(overview, text));
  const empty = text.trim() === "";
  return {
    ...blankAnswer,
    state: empty ? "empty" : "answered",
    reason: empty ? "the AI answer has no text" : null,
    text,
    searchTriggered: uses.length > 0 ? true : null,
    citations: groupByUrl("cited", uses),
  };
}

function isUnloaded({ asynchronous_ai_overview: async, markdown, items }: AiOverview): boolean {
  return async === true && !items && typeof markdown !== "string";
}

/** The answer's own markdown; where it has none, that of its sections. */
function textOf(overview: AiOverview): string {
  if (overview.markdown) return overview.markdown;
  const parts = (overview.items ?? []).flatMap((element) => [element, ...(element.components ?? [])]);
  return parts.flatMap((part) => part.markdown ?? part.text ?? []).join("\n\n");
}

function usesIn(overview: AiOverview, text: string): SourceUse[] {
  const whole = asUses(overview.references, null);
  return [...whole, ...(overview.items ?? []).flatMap((element) => usesOfElement(element, text))];
}

function usesOfElement(element: AnswerElement, text: string): SourceUse[] {
  const parts = [element, ...(element.components ?? [])];
  const video = element.type === "ai_overview_video_element" ? [element] : [];
  return parts
    .flatMap((part) => {
      const span = placeOf(part.markdown ?? part.text, text);
      return [...asUses(part.references, span), ...asUses(part.links, null)];
    })
    .concat(asUses(video, null));
}

function asUses(references: readonly Reference[] | null | undefined, span: TextSpan | null): SourceUse[] {
  return (references ?? []).flatMap(({ url, title }) => (url ? [{ url, title: title || null, span }] : []));
}

function placeOf(part: string | null | undefined, text: string): TextSpan | null {
  if (!part || part === text) return null;
  const start = text.indexOf(part);
  return start < 0 ? null : { start, end: start + part.length };
}
