import { z } from "zod";
import type { ParsedAnswer, TextSpan } from "./contract";
import { blankAnswer, groupByUrl, parseJson, providerError } from "./wire/parsed-answer";

/** The parser's id, beside the engines' own: what stands with an imported answer. */
export const capturedAnswerParser = "captured-answer";

const Capture = z.object({
  text: z.string(),
  sources: z.array(z.object({ url: z.string().min(1), title: z.string().nullish() })).nullish(),
});

/**
 * An imported capture (one JSON object of the answers.jsonl kind) as an answer. A consumer product shows its sources as the
 * sources of the answer, so all of them are `cited`; the spans are where the url itself stands in the text, and empty for
 * sources that are only shown beside it. What was searched or looked at, and the model, can't be seen. Never throws.
 */
export function parseCapturedAnswer(rawBody: string): ParsedAnswer {
  const json = parseJson(rawBody);
  if (!json.ok) return providerError("the capture is not JSON");
  const checked = Capture.safeParse(json.value);
  if (!checked.success) {
    const fields = [...new Set(checked.error.issues.map((issue) => issue.path.join(".") || "body"))];
    return providerError(`not a captured answer: ${fields.join(", ")}`);
  }
  const { text, sources } = checked.data;
  const uses = (sources ?? []).map(({ url, title }) => ({ url, title: title || null, span: null }));
  const empty = text.trim() === "";
  return {
    ...blankAnswer,
    state: empty ? "empty" : "answered",
    reason: empty ? "the capture has no text" : null,
    text,
    searchTriggered: uses.length > 0 ? true : null,
    citations: groupByUrl("cited", uses).map((citation) => ({
      ...citation,
      spans: occurrences(text, citation.url),
    })),
  };
}

/** Where `url` stands in the text as a whole: not as the beginning of a longer one. */
export function occurrences(text: string, url: string): TextSpan[] {
  const spans: TextSpan[] = [];
  for (let start = text.indexOf(url); start >= 0; start = text.indexOf(url, start + 1)) {
    const end = start + url.length;
    if (/^($|[\s)\]>"'<]|[,.;:!?](\s|$))/.test(text.slice(end, end + 2))) spans.push({ start, end });
  }
  return spans;
}
