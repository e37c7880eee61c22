import type { AnswerState } from "../contract";
import { ContentPart, UrlCitation } from "./openai-responses-shape";
import type { SourceUse } from "./parsed-answer";
import { toUtf16Spans } from "./text-offsets";

/** What OpenAI's Responses bodies and those of vendors that took the format over say of their own end. */
interface ResponseEnd {
  readonly status: string;
  readonly error?: { readonly code?: string | number | null | undefined } | null | undefined;
  readonly incomplete_details?: { readonly reason?: string | null | undefined } | null | undefined;
}

export function responseState(
  body: ResponseEnd,
  messages: number,
  { text, refusal }: { readonly text: string; readonly refusal: string | null },
): { state: AnswerState; reason: string | null } {
  const incomplete = body.incomplete_details?.reason ?? null;
  if (body.status === "failed" || body.error) {
    return { state: "provider_error", reason: `the response failed: ${body.error?.code ?? body.status}` };
  }
  if (incomplete === "content_filter") return { state: "refused", reason: incomplete };
  if (body.status === "incomplete") return { state: "truncated", reason: incomplete ?? body.status };
  if (body.status !== "completed") {
    return { state: "provider_error", reason: `the response is ${body.status}, not completed` };
  }
  if (refusal !== null) return { state: "refused", reason: "the model refused" };
  if (messages === 0) return { state: "empty", reason: "no message in the output" };
  if (text.trim() === "") return { state: "empty", reason: "the message has no text" };
  return { state: "answered", reason: null };
}

/** Texts of a message run on; messages are parted by a blank line, and annotation offsets move along. */
export function readMessages(messages: readonly { content: readonly unknown[] }[]) {
  let text = "";
  let refusal: string | null = null;
  const cited: SourceUse[] = [];
  for (const message of messages) {
    if (text !== "") text += "\n\n";
    for (const raw of message.content) {
      const part = ContentPart.safeParse(raw).data;
      if (part?.type === "refusal") refusal = part.refusal;
      if (part?.type !== "output_text") continue;
      const annotations = (part.annotations ?? []).flatMap((one) => UrlCitation.safeParse(one).data ?? []);
      cited.push(...annotationUses(part.text, annotations, text.length));
      text += part.text;
    }
  }
  return { text, cited, refusal };
}

interface Annotation {
  readonly url: string;
  readonly title?: string | null | undefined;
  readonly start_index?: number | null | undefined;
  readonly end_index?: number | null | undefined;
}

/** Annotations of a text as uses of their pages; offsets outside of the text, or none, give no span. */
export function annotationUses(text: string, annotations: readonly Annotation[], shift = 0): SourceUse[] {
  const spans = toUtf16Spans(
    text,
    annotations.map(({ url, start_index: start, end_index: end }) => ({
      start: start ?? -1,
      end: end ?? -1,
      hint: url,
    })),
  );
  return annotations.map(({ url, title }, index) => {
    const span = spans[index] ?? null;
    return {
      url,
      title: title || null,
      span: span && { start: span.start + shift, end: span.end + shift },
    };
  });
}
