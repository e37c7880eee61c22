import type { ParsedAnswer, ParsedCitation, TextSpan } from "../contract";

/** A body that can't be read as an answer. Never charged. */
export function providerError(reason: string, known: Partial<ParsedAnswer> = {}): ParsedAnswer {
  return { ...blankAnswer, ...known, state: "provider_error", reason };
}

export const blankAnswer: ParsedAnswer = {
  state: "answered",
  reason: null,
  text: "",
  modelRequested: null,
  modelServed: null,
  searchTriggered: null,
  citations: [],
  searchQueries: [],
  usage: null,
  costMicros: null,
  finish: null,
};

export interface SourceUse {
  readonly url: string;
  readonly title: string | null;
  readonly span: TextSpan | null;
  readonly redirect?: ParsedCitation["redirect"];
}

/** One citation per url, in the order of first use; every further use adds its span. The first title that is given wins. */
export function groupByUrl(kind: ParsedCitation["kind"], uses: readonly SourceUse[]): ParsedCitation[] {
  const byUrl = new Map<string, ParsedCitation>();
  for (const { url, title, span, redirect } of uses) {
    const seen = byUrl.get(url);
    const spans = span ? [span] : [];
    const first = { url, title, kind, ordinal: byUrl.size + 1, spans };
    if (!seen) byUrl.set(url, redirect ? { ...first, redirect } : first);
    else byUrl.set(url, { ...seen, title: seen.title ?? title, spans: [...seen.spans, ...spans] });
  }
  return [...byUrl.values()];
}

type ParsedBody = { readonly ok: true; readonly value: unknown } | { readonly ok: false };

/** Escapes that can stand for what Postgres text can't hold: NUL, and half of a surrogate pair. */
const unstorable = /\\u(0000|d[89a-f])/i;

/** JSON whose strings can be stored: NUL and lone surrogates become U+FFFD, one for one, so that offsets stay right. */
export function parseJson(rawBody: string): ParsedBody {
  try {
    return { ok: true, value: JSON.parse(rawBody, unstorable.test(rawBody) ? mend : undefined) };
  } catch {
    return { ok: false };
  }
}

function mend(_key: string, value: unknown): unknown {
  return typeof value === "string" ? value.toWellFormed().replaceAll("\u0000", "\uFFFD") : value;
}
