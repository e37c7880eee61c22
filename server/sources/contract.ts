import { z } from "zod";
import { DOMAIN_CLASSES, type DomainClass, type PageType } from "@/server/extraction/contract";
import { type AnswerId, ProjectId } from "@/server/kernel/id";
import type { Evidence, Interval, MetricWindow } from "@/server/metrics";
import { type PanelVersionRef, SeriesFilter } from "@/server/reports/contract";

/** What a list of sources can be ordered by: by name upwards, by all else downwards. */
export const SOURCE_SORTS = ["share", "citations", "cited", "retrieved", "domain"] as const;

/** Which sources are looked at; the page keeps it in the address. */
export const SourceFilter = SeriesFilter.extend({
  class: z.enum(DOMAIN_CLASSES).optional(),
  /** A part of the domain. */
  q: z.string().trim().toLowerCase().min(1).max(100).optional(),
  sort: z.enum(SOURCE_SORTS).optional(),
});
export type SourceFilter = z.infer<typeof SourceFilter>;

/** A filter as it came in an address: what can't be read counts as left out. */
export function readSourceFilter(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SourceFilter {
  const readable = Object.entries(SourceFilter.shape).flatMap(([key, field]) => {
    const read = field.safeParse(params[key] || undefined);
    return read.success && read.data !== undefined ? [[key, read.data] as const] : [];
  });
  return SourceFilter.parse(Object.fromEntries(readable));
}

/** The last row of a page: what it is ordered by, and its domain. */
const SourceCursor = z.object({ value: z.number(), domain: z.string().max(300) });
export type SourceCursor = z.infer<typeof SourceCursor>;

/** Where a page begins, as the address says it; null for the first one. */
export function readSourceCursor(
  params: Readonly<Record<string, string | string[] | undefined>>,
): SourceCursor | null {
  if (typeof params.value !== "string" || typeof params.after !== "string") return null;
  return SourceCursor.safeParse({ value: Number(params.value), domain: params.after }).data ?? null;
}

export const ListSourcesInput = SourceFilter.extend({
  projectId: ProjectId,
  /** Where the page before ended. */
  cursor: SourceCursor.nullish(),
});
export type ListSourcesInput = z.input<typeof ListSourcesInput>;

/** A domain in the answers of a window: of one engine, or of all engines of a surface together. */
export interface SourceRow {
  readonly domain: string;
  /** Null where it was read before there was a taxonomy. */
  readonly domainClass: DomainClass | null;
  readonly owner: { readonly name: string; readonly own: boolean } | null;
  /** Labels of the engines whose answers have it. */
  readonly engines: readonly string[];
  /** Cited pages, each once an answer, and what kinds of page they are, the most frequent first; null where not counted yet. */
  readonly citations: number | null;
  readonly pageTypes: readonly { readonly type: string; readonly pages: number }[];
  /** Answers that cite it, that only link to it, and whose engine only looked at it (null where no engine shows that). */
  readonly cited: number;
  readonly linked: number;
  readonly retrieved: number | null;
  /** Its part of the citations, 0 to 1: each answer's citations weigh 1 together. */
  readonly share: number;
  /** 95 %, on prompts like these; null where it can't be told. */
  readonly interval: Interval | null;
}

/** One engine's sources, or those of all engines of a surface, in one window. */
export interface SourceScope {
  readonly window: MetricWindow;
  readonly panel: PanelVersionRef;
  readonly surface: string;
  readonly sandbox: boolean;
  /** Other surfaces that have sources in the window: none is added in. */
  readonly otherSurfaces: readonly string[];
  /** Engines whose answers have sources, and whether what each only looked at can be seen. */
  readonly engines: readonly { readonly label: string; readonly showsRetrieved: boolean }[];
  /** Answers that cite something: what shares are of. */
  readonly answers: number;
  /** Prompts that they answer; null where not counted yet. */
  readonly prompts: number | null;
  /** What so many of them allow to be claimed of a share. */
  readonly evidence: Evidence;
}

export interface SourcesPage {
  /** Null when nothing was measured under this filter. */
  readonly scope: SourceScope | null;
  /** Highest share first, unless the filter orders them otherwise. */
  readonly rows: readonly SourceRow[];
  /** Null on the last page. */
  readonly next: SourceCursor | null;
}

export const GetSourceInput = SeriesFilter.extend({
  projectId: ProjectId,
  domain: z.string().min(1).max(300),
});
export type GetSourceInput = z.input<typeof GetSourceInput>;

/** A page of a domain, and the answers of the window that have it. */
export interface SourceUrl {
  readonly url: string;
  /** As an engine gave it. */
  readonly title: string | null;
  /** Null where it was read before there was a taxonomy. */
  readonly pageType: PageType | null;
  /** Answers that cite it, and those that only link to it or whose engine only looked at it. */
  readonly cited: number;
  readonly seen: number;
}

export interface SourceDetail {
  readonly scope: SourceScope;
  readonly source: SourceRow;
  /** The most cited first, up to a hundred; `pages` counts all. */
  readonly urls: readonly SourceUrl[];
  readonly pages: number;
  /** Answers that cite it, newest first, up to fifty; `source.cited` counts all. */
  readonly answers: readonly {
    readonly answerId: AnswerId;
    readonly prompt: string;
    readonly engine: string;
    /** ISO moment. */
    readonly observedAt: string;
    /** Pages of the domain that it cites. */
    readonly pages: number;
  }[];
}
