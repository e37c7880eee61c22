import { resolveCitations } from "./citations/resolve-citations";
import { AbsenceReader } from "./context/absence-reader";
import { judgeHit } from "./context/judge-hit";
import type {
  AmbiguityReason,
  AmbiguousMention,
  AnswerSource,
  Citation,
  ClassifiedCitation,
  Extraction,
  Mention,
  Span,
} from "./extraction-types";
import { EXTRACTOR_VERSION } from "./extractor-version";
import type { BrandSet } from "./matching/compile-brand-set";
import { findHits, type Hit } from "./matching/find-hits";
import { longestOwner } from "./matching/longest-owner";
import { maskText } from "./normalise/mask-text";
import { type UnitText, unitText } from "./normalise/unit-text";
import { prominenceOf, weighSentences } from "./prominence";
import { type StanceJudge, stanceJudge } from "./stance/stance-judge";
import { findItems } from "./structure/find-items";
import type { Item } from "./structure/item-collector";
import { rankOf } from "./structure/rank-of";
import { classifySource } from "./taxonomy/classify-source";

type Tally = { spans: Span[]; confidence: number };
type Undecided = { spans: Span[]; reason: AmbiguityReason; confidence: number };

/** Sorts hits into namings and undecided ones, per brand index, in reading order. */
function tally(
  text: UnitText,
  hits: readonly Hit[],
): { sure: Map<number, Tally>; unsure: Map<number, Undecided> } {
  const sure = new Map<number, Tally>();
  const unsure = new Map<number, Undecided>();
  const absence = new AbsenceReader(text);
  for (const hit of hits) {
    const verdict = judgeHit(text.text, hit, absence);
    const span = { start: hit.start, end: hit.end };
    if (verdict.outcome === "ambiguous") {
      const undecided = unsure.get(hit.brand);
      const { reason, confidence } = verdict;
      if (undecided === undefined) unsure.set(hit.brand, { spans: [span], reason, confidence });
      else {
        undecided.spans.push(span);
        undecided.confidence = Math.max(undecided.confidence, confidence);
      }
    }
    if (verdict.outcome !== "mention") continue;
    const known = sure.get(hit.brand);
    if (known === undefined) sure.set(hit.brand, { spans: [span], confidence: verdict.confidence });
    else {
      known.spans.push(span);
      known.confidence = Math.max(known.confidence, verdict.confidence);
    }
  }
  return { sure, unsure };
}

/** The names of the brands of this set that the text names, by the same rules as any brand. */
function namedIn(units: UnitText, brandSet: BrandSet): string[] {
  const { sure } = tally(units, longestOwner(findHits(units, brandSet).hits));
  return [...sure.keys()].flatMap((brand) => brandSet.brands[brand]?.name ?? []);
}

function toMentions(
  sure: ReadonlyMap<number, Tally>,
  items: readonly Item[],
  brandSet: BrandSet,
  judge: StanceJudge,
  prose: UnitText,
): Mention[] {
  if (sure.size === 0) return [];
  const sentences = weighSentences(prose);
  // A Map keeps the order in which brands were first named.
  return [...sure].map(([brand, { spans, confidence }], index) => ({
    brandId: brandSet.brands[brand]?.id ?? "",
    spans,
    order: index + 1,
    rank: rankOf(spans, items),
    prominence: prominenceOf(spans, sentences),
    confidence,
    ...judge(brand, spans),
  }));
}

function classified(citation: Citation, brandSet: BrandSet): ClassifiedCitation {
  const { canonicalUrl, title, ownerBrandId } = citation;
  const owner = ownerBrandId === null ? undefined : brandSet.brands.find(({ id }) => id === ownerBrandId);
  const kind = owner === undefined ? null : owner.own ? "own" : "rival";
  return { ...citation, ...classifySource(canonicalUrl, title, kind) };
}

/**
 * Reads one answer: which brands its prose names, where, and at which rank; and what it cites. Pure and deterministic;
 * never throws, whatever the text; linear in its length. Offsets are UTF-16 units of the text as given.
 */
export function extractAnswer(input: {
  readonly text: string;
  readonly sources: readonly AnswerSource[];
  readonly brandSet: BrandSet;
  /** The question: what only repeats it names nobody. Null where the text answers none. */
  readonly prompt: string | null;
  /** Made-up brands to look for beside the set; what is found of them changes nothing else. */
  readonly controls?: BrandSet;
}): Extraction {
  const { text, sources, brandSet, prompt, controls } = input;
  const { prose, links } = maskText(text, prompt);
  const units = unitText(prose);
  const { hits } = findHits(units, brandSet);
  const owned = longestOwner(hits);
  const { sure, unsure } = tally(units, owned);
  const items = sure.size === 0 ? [] : findItems(units);
  const ambiguous: AmbiguousMention[] = [...unsure]
    .filter(([brand]) => !sure.has(brand))
    .map(([brand, undecided]) => ({ brandId: brandSet.brands[brand]?.id ?? "", ...undecided }));
  return {
    extractorVersion: EXTRACTOR_VERSION,
    brandSetVersion: brandSet.version,
    mentions: toMentions(sure, items, brandSet, stanceJudge(units, items, owned), units),
    ambiguous,
    controls: controls === undefined ? [] : namedIn(units, controls),
    citations: resolveCitations(sources, links, brandSet).map((citation) => classified(citation, brandSet)),
  };
}
