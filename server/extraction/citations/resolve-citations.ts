import type { AnswerSource, Citation, CitationKind, Span } from "@/server/extraction/extraction-types";
import type { BrandSet } from "@/server/extraction/matching/compile-brand-set";
import type { TextLink } from "@/server/extraction/normalise/find-links";
import { hostFacts } from "@/server/extraction/taxonomy/host-facts";
import { canonicalUrl } from "./canonical-url";
import { ownerOfHost } from "./owner-of-host";

const STRENGTH: Readonly<Record<CitationKind, number>> = { retrieved: 0, linked: 1, cited: 2 };

type Draft = {
  ordinal: number;
  url: string;
  title: string | null;
  kind: CitationKind;
  spans: Span[];
};

/** Host of a canonical address; "" of one that is no http(s) URL. */
function hostOf(canonical: string): string {
  return /^https:\/\/([^/?#:]+)/u.exec(canonical)?.[1] ?? "";
}

function addSpan(draft: Draft, span: Span): void {
  if (span.end <= span.start) return;
  if (!draft.spans.some(({ start, end }) => start === span.start && end === span.end)) draft.spans.push(span);
}

function addDraft(drafts: Map<string, Draft>, canonical: string, draft: Draft): void {
  const known = drafts.get(canonical);
  if (known === undefined) {
    drafts.set(canonical, draft);
    return;
  }
  known.kind = stronger(known.kind, draft.kind);
  known.title ??= draft.title;
  for (const span of draft.spans) addSpan(known, span);
}

function stronger(left: CitationKind, right: CitationKind): CitationKind {
  return STRENGTH[left] >= STRENGTH[right] ? left : right;
}

function toCitation(canonical: string, draft: Draft, brandSet: BrandSet): Citation {
  const host = hostOf(canonical);
  return {
    ordinal: draft.ordinal,
    url: draft.url,
    canonicalUrl: canonical,
    domain: hostFacts(host).registrable,
    title: draft.title,
    kind: draft.kind,
    ownerBrandId: ownerOfHost(host, brandSet),
    spans: draft.spans.sort((left, right) => left.start - right.start || left.end - right.end),
  };
}

/**
 * The sources of an answer, one a canonical URL: the engine's own with the links that the text makes to them, then
 * links that only the text has (`linked`). Spans are merged, the strongest kind is kept, ordinals of new ones follow on.
 */
export function resolveCitations(
  sources: readonly AnswerSource[],
  links: readonly TextLink[],
  brandSet: BrandSet,
): Citation[] {
  const drafts = new Map<string, Draft>();
  const inOrder = [...sources].sort((left, right) => left.ordinal - right.ordinal);
  for (const { url, title, kind, ordinal, spans } of inOrder) {
    addDraft(drafts, canonicalUrl(url), {
      ordinal,
      url,
      title,
      kind,
      spans: spans.map(({ start, end }) => ({ start, end })),
    });
  }
  let ordinal = inOrder.reduce((highest, source) => Math.max(highest, source.ordinal), 0);
  for (const { url, label, shape } of links) {
    if (shape === "image") continue;
    const canonical = canonicalUrl(url);
    if (hostOf(canonical) === "") continue;
    const before = drafts.size;
    addDraft(drafts, canonical, { ordinal: ordinal + 1, url, title: null, kind: "linked", spans: [label] });
    if (drafts.size > before) ordinal += 1;
  }
  return [...drafts].map(([canonical, draft]) => toCitation(canonical, draft, brandSet));
}
