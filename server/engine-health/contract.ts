import { z } from "zod";
import type { LocaleMapping, MeasuredRequest, Observability, Surface } from "@/server/engines/contract";

export const EngineInput = z.object({ engineId: z.string().min(1).max(100) });
export type EngineInput = z.input<typeof EngineInput>;

// Below: what screens get. It is of the platform's own asks, over all orgs: counts, of no ask.

/**
 * How an engine stands for an org, now. `resting`: its breaker is open. `trying`: one call is on its way to find out whether
 * it answers again. `no_key`: neither the platform nor the org has one.
 */
export type EngineStanding = "ready" | "sandbox" | "no_key" | "paused" | "resting" | "trying";

/** Calls that ended in a stretch of time, by what they came to. */
export interface CallCounts {
  readonly answered: number;
  /** By the engine's fault: no answer in time, an error of its server, a body that can't be read. */
  readonly faults: number;
  /** It asked to slow down. */
  readonly limited: number;
  /** It is up, and said no to the request. */
  readonly refused: number;
}

/** Between which bounds a latency lies, in milliseconds; `to` null: above the last bound. */
export interface LatencyRange {
  readonly from: number;
  readonly to: number | null;
}

export interface CallsOfPeriod extends CallCounts {
  /** Of the answered calls: half, and 95 of 100, took no longer. Null without answers. */
  readonly median: LatencyRange | null;
  readonly p95: LatencyRange | null;
}

export interface EngineItem {
  readonly engineId: string;
  readonly label: string;
  readonly surface: Surface;
  /** Credits per answer, and for a page that showed no answer. */
  readonly credits: number;
  readonly noAnswerShownCredits: number;
  readonly standing: EngineStanding;
  /** What is missing, or the operator's words; null where there is nothing to say. */
  readonly reason: string | null;
  /** The org asks with a key of its own. */
  readonly ownKey: boolean;
  readonly observability: Observability;
  readonly lastHour: CallCounts;
}

export interface EngineDto extends EngineItem {
  readonly contract: string;
  readonly request: MeasuredRequest;
  readonly localeMapping: LocaleMapping;
  readonly knownLimits: readonly string[];
  readonly limits: {
    readonly timeoutMs: number;
    readonly promptChars: number;
  };
  readonly hour: CallsOfPeriod;
  readonly day: CallsOfPeriod;
  /** The last 24 hours, each from that many hours ago: the latest is 0, and comes last. */
  readonly hours: readonly (CallCounts & { readonly hoursAgo: number })[];
  readonly lastFault: { readonly kind: string; readonly at: string } | null;
}

export interface EnginesDto {
  /** In the registry's order. */
  readonly engines: readonly EngineItem[];
}

/** An engine as those see it who run the platform. */
export interface EngineStateDto {
  readonly engineId: string;
  readonly label: string;
  readonly surface: Surface;
  readonly breaker: "closed" | "open" | "half_open";
  /** Openings in a row, without an answered probe between them. */
  readonly openings: number;
  /** What the breaker counted in its window: calls, faults, and calls that were asked to slow down. */
  readonly window: { readonly calls: number; readonly faults: number; readonly limited: number };
  readonly paused: { readonly reason: string; readonly at: string } | null;
  readonly lastFault: { readonly kind: string; readonly at: string } | null;
  readonly hour: CallsOfPeriod;
  readonly day: CallCounts;
}
