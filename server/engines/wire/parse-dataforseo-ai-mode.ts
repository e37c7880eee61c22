import type { ParsedAnswer, TextSpan } from "../contract";
import { failedCode } from "./dataforseo-failures";
import {
  AiOverview,
  type AnswerElement,
  Envelope,
  noSearchResults,
  type Reference,
  type Task,
} from "./dataforseo-shape";
import { blankAnswer, groupByUrl, parseJson, providerError, type SourceUse } from "./parsed-answer";

/**
 * A DataForSEO AI Mode body as an answer. Everything that Google shows as a reference or a link of the answer is cited;
 * a section's references have the section's place in the text as their span. What Google only looked at can't be seen.
 * No `ai_overview` item, or the code "No Search Results": no answer was shown. A refusal or a cut answer can't be told from
 * an answer here. Never throws.
 */
export function parseDataForSeoAiMode(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the body is not JSON");
  const checked = Envelope.safeParse(json.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not a DataForSEO body: ${fields.join(", ")}`);
  }
  const task = checked.data.tasks?.[0];
  const cost = task?.cost ?? checked.data.cost ?? null;
  const costMicros = cost === null || cost < 0 ? null : Math.round(cost * 1_000_000);
  const code = failedCode(checked.data);
  if (code !== null) return providerError(`DataForSEO code ${code}`, { costMicros });
  if (!task) return providerError("not a DataForSEO body: tasks", { costMicros });
  return { ...readTask(task), costMicros };
}

function readTask(task: Task): ParsedAnswer {
  if (task.status_code === noSearchResults) return noAnswerShown("Google had no results");
  const result = task.result?.[0];
  if (!result) return providerError("not a DataForSEO AI Mode body: tasks.0.result");
  const items = result.items ?? [];
  const overviews = items.flatMap((item) => AiOverview.safeParse(item).data ?? []);
  if (overviews.length > 0) return readOverviews(overviews);
  const broken = items.some((item) => hasType(item, "ai_overview"));
  return broken
    ? providerError("the ai_overview item can't be read")
    : noAnswerShown("no AI answer on the page");
}

function noAnswerShown(reason: string): ParsedAnswer {
  return { ...blankAnswer, state: "no_answer_shown", reason };
}

function readOverviews(overviews: readonly AiOverview[]): ParsedAnswer {
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
  return parts.flatMap((part) => {
    const span = placeOf(part.markdown ?? part.text, text);
    return [...asUses(part.references, span), ...asUses(part.links, null)];
  });
}

function asUses(references: readonly Reference[] | null | undefined, span: TextSpan | null): SourceUse[] {
  return (references ?? []).flatMap(({ url, title }) => (url ? [{ url, title: title || null, span }] : []));
}

function placeOf(part: string | null | undefined, text: string): TextSpan | null {
  if (!part || part === text) return null;
  const start = text.indexOf(part);
  return start < 0 ? null : { start, end: start + part.length };
}

function hasType(item: unknown, type: string): boolean {
  return typeof item === "object" && item !== null && "type" in item && item.type === type;
}
