interface Cache {
  readonly what: string;
  readonly where: string;
  /** Milliseconds until it is read again; Infinity: it never changes. */
  readonly forMs: number;
  /** What makes it be read again sooner. */
  readonly endedBy: string;
}

/**
 * All that is kept from one request to the next. Reports, answers, balances, roles and settings are not: they are read from the
 * database on every request, in the caller's own tenant transaction, so that no org ever gets another's.
 */
export const CACHES = {
  screens: {
    what: "answers of procedures that a screen asked for",
    where: "the browser's tab",
    forMs: 10_000,
    endedBy: "a change made in the same tab, a reload",
  },
  frozen: {
    what: "raw bodies of answers, and two versions of a panel compared",
    where: "the browser's tab",
    forMs: Number.POSITIVE_INFINITY,
    endedBy: "nothing: they never change",
  },
  engineStandings: {
    what: "which engines rest or are paused",
    where: "each process",
    forMs: 1_000,
    endedBy: "a change made in the same process",
  },
  brandSets: {
    what: "a project's brands, compiled for matching",
    where: "each process, 200 at most",
    forMs: Number.POSITIVE_INFINITY,
    endedBy: "nothing: kept under the definitions themselves, which are read each time",
  },
  judgements: {
    what: "what the analysis model said about a text",
    where: "insight.analysis_cache, an org's own",
    forMs: 90 * 86_400_000,
    endedBy: "another version of the prompt or another model, which are parts of its key",
  },
} as const satisfies Readonly<Record<string, Cache>>;

/** How many compiled brand sets a process keeps. */
export const BRAND_SETS = 200;
