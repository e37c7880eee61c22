import { z } from "zod";
import type { AnswerUsage, Observability } from "@/server/engines/contract";
import { AnswerState, type Surface, type TextSpan } from "@/server/engines/contract";
import {
  DOMAIN_CLASSES,
  type DomainClass,
  PAGE_TYPES,
  type PageType,
  STANCES,
  type Stance,
} from "@/server/extraction/contract";
import { AnswerId, BrandId, ProjectId, PromptId, RunId } from "@/server/kernel/id";
import { SeriesFilter } from "@/server/reports/contract";

/** Which answers of a project are looked at; the list keeps it in the address. What is left out narrows nothing. */
export const AnswerFilter = SeriesFilter.extend({
  /** First and last day of the observation, both included, UTC. */
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  state: AnswerState.optional(),
  /** Named in the text. */
  brand: BrandId.optional(),
  /** Not named in the text. */
  without: BrandId.optional(),
  /** A domain of this brand is among the cited sources. */
  cited: BrandId.optional(),
  /** A cited source's registrable domain begins with this. */
  domain: z.string().trim().toLowerCase().min(1).max(253).optional(),
  /** How the own brand is spoken of. */
  stance: z.enum(STANCES).optional(),
  /** A cited source is of such a site. */
  class: z.enum(DOMAIN_CLASSES).optional(),
  /** A cited source is such a page. */
  page: z.enum(PAGE_TYPES).optional(),
  /** This question, in whichever version of the panel it was asked. */
  prompt: PromptId.optional(),
  run: RunId.optional(),
  /** Words that the text holds, as in a web search: "a phrase", or, -without. */
  q: z.string().trim().min(1).max(200).optional(),
});
export type AnswerFilter = z.infer<typeof AnswerFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readAnswerFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): AnswerFilter {
  const readable = Object.entries(AnswerFilter.shape).flatMap(([key, field]) => {
    const read = field.safeParse(params[key] || undefined);
    return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
  });
  return AnswerFilter.parse(Object.fromEntries(readable));
}

/** Where a page of the list ends: the next one holds what was observed before. */
const Cursor = z.object({ observedAt: z.iso.datetime(), answerId: AnswerId });
export type AnswerCursor = z.infer<typeof Cursor>;

export const ListAnswersInput = AnswerFilter.extend({ projectId: ProjectId, cursor: Cursor.nullish() });
export type ListAnswersInput = z.input<typeof ListAnswersInput>;

export const AnswerInput = z.object({ answerId: AnswerId });
export type AnswerInput = z.input<typeof AnswerInput>;

/** Half-open range of UTF-16 units: `text.slice(start, end)` is the passage. */
export type Span = z.infer<typeof TextSpan>;

/** A piece of an answer's text with the searched words in it; spans count in `text`. */
export interface Snippet {
  readonly text: string;
  readonly marks: readonly Span[];
}

export interface AnswerRow {
  readonly answerId: AnswerId;
  /** ISO, UTC, in microseconds. */
  readonly observedAt: string;
  readonly prompt: string;
  readonly engine: string;
  readonly surface: Surface;
  readonly state: AnswerState;
  readonly sandbox: boolean;
  /** The own brand: named, and at which rank (null: named outside of a list). */
  readonly own: { readonly named: boolean; readonly rank: number | null };
  /** Rivals that are named, in the order of the text. */
  readonly rivals: readonly string[];
  /** Sources that the text leans on. */
  readonly cited: number;
  readonly snippet: Snippet;
}

export interface AnswerPage {
  readonly rows: readonly AnswerRow[];
  /** Null on the last page. */
  readonly next: AnswerCursor | null;
  /** On the first page alone: how many answers the filter matches, and what its prompt and run are called. */
  readonly first: {
    readonly total: number;
    /** There are more than `total`, which is where counting stopped. */
    readonly more: boolean;
    readonly prompt: string | null;
    readonly run: { readonly kind: "ask" | "import"; readonly observedAt: string } | null;
  } | null;
}

export interface MentionStance {
  readonly stance: Stance;
  /** 0 to 1. */
  readonly confidence: number;
  /** `rules@<version>`, or a model with its prompt's version. */
  readonly by: string;
}

/** Whether a brand is named, or how it is spoken of, as the analysis model or a person decided it. */
export type FactDecider = {
  readonly fact: "named" | "stance";
  /** ISO moment, UTC. */
  readonly at: string;
} & (
  | {
      readonly kind: "model";
      readonly model: string;
      readonly promptVersion: string;
      readonly confidence: number;
    }
  | {
      readonly kind: "person";
      /** By whoever looks at it. */
      readonly mine: boolean;
      /** Null: the account is gone, or it was no person's. */
      readonly name: string | null;
      readonly note: string | null;
    }
);

/** A brand of the project, and how this answer names it. */
export interface AnswerBrand {
  readonly brandId: BrandId;
  readonly name: string;
  readonly own: boolean;
  /** Put away since: no longer looked for in new answers. */
  readonly archived: boolean;
  /** Null: not named. `order` 1 is the tracked brand that is named first; `confidence` is from 0 to 1. */
  readonly mention: {
    readonly spans: readonly Span[];
    readonly order: number;
    readonly rank: number | null;
    readonly confidence: number;
    /** How the answer speaks of it, and who judged so; null: read before there were stances. */
    readonly stance: MentionStance | null;
  } | null;
  /** Its name stands in the text in a way that nobody could settle: no mention. Null where that isn't so. */
  readonly undecided: {
    readonly spans: readonly Span[];
    readonly reason: string;
    /** 0 to 1, below a half. */
    readonly confidence: number;
  } | null;
  /** Who decided about it beside the rules, the earliest first. */
  readonly deciders: readonly FactDecider[];
}

export interface AnswerCitation {
  readonly ordinal: number;
  readonly url: string;
  readonly domain: string;
  readonly title: string | null;
  readonly kind: "cited" | "linked" | "retrieved";
  /** Whose domain it is; null: a third party's. */
  readonly owner: { readonly name: string; readonly own: boolean } | null;
  /** What kind of site and of page it is; null: read before there was a taxonomy. */
  readonly sourceClass: {
    readonly domainClass: DomainClass;
    readonly pageType: PageType;
    readonly taxonomyVersion: string;
  } | null;
  /** Passages of the text that lean on it. */
  readonly spans: readonly Span[];
}

/** One answer of the same cell: prompt × engine × surface × locale. */
export interface CellAnswer {
  readonly answerId: AnswerId;
  readonly observedAt: string;
  readonly state: AnswerState;
  /** A real answer, in which a brand could have been named: what presence is counted over. */
  readonly shown: boolean;
  /** The own brand is named. */
  readonly named: boolean;
}

export interface AnswerCell {
  readonly previous: AnswerId | null;
  readonly next: AnswerId | null;
  readonly window: { readonly start: string; readonly days: number };
  /** The cell's answers in that window, oldest first: so many at most. */
  readonly repeats: readonly CellAnswer[];
  /** All of them: how many there are, how many of these are real answers, and how many of those name the own brand. */
  readonly counts: { readonly answers: number; readonly shown: number; readonly named: number };
}

/** What stands about the raw body beside it. `verified`: its sha256, computed now, is the stored one. */
export interface RawBodyFacts {
  readonly parser: string;
  /** Of the body as it came. */
  readonly bytes: number;
  readonly sha256: string;
  readonly verified: boolean;
  /** Milliseconds until the engine had answered; null for an import. */
  readonly latencyMs: number | null;
}

export interface AnswerDto {
  readonly answerId: AnswerId;
  readonly projectId: ProjectId;
  readonly text: string;
  readonly state: AnswerState;
  /** Why the state isn't `answered`, where the raw body or the ask says. */
  readonly reason: string | null;
  readonly sandbox: boolean;
  readonly engine: {
    readonly engineId: string;
    readonly label: string;
    /** What can be seen of this engine; null for a capture, and for an engine that has left the registry. */
    readonly observability: Observability | null;
  };
  readonly surface: Surface;
  readonly locale: string;
  readonly repeat: number;
  readonly prompt: { readonly promptId: PromptId; readonly text: string; readonly intent: string };
  readonly panel: { readonly name: string; readonly version: number };
  readonly run: {
    readonly runId: RunId;
    readonly kind: "ask" | "import";
    readonly state: string;
    readonly requestedAt: string;
  };
  /** The own brand first, then the rivals by name: a brand keeps its place, and so its colour, from answer to answer. */
  readonly brands: readonly AnswerBrand[];
  readonly citations: readonly AnswerCitation[];
  readonly cell: AnswerCell;
  readonly modelRequested: string | null;
  readonly modelServed: string | null;
  readonly searchTriggered: boolean | null;
  readonly searchQueries: readonly string[];
  /** Null: the engine doesn't say. */
  readonly usage: AnswerUsage | null;
  /** Millionths of a US dollar; null: not known. */
  readonly costMicros: number | null;
  /** Whole credits. */
  readonly charged: number;
  readonly finish: string | null;
  readonly contract: string;
  readonly extractorVersion: string;
  readonly brandSetVersion: string;
  readonly observedAt: string;
  readonly recordedAt: string;
  readonly rawBody: RawBodyFacts | null;
}

/** The raw body for a screen: cut after `SHOWN_CHARACTERS`. */
export interface RawBodyDto extends RawBodyFacts {
  readonly body: string;
  readonly cut: boolean;
}
