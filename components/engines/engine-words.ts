import { count } from "@/components/runs/run-words";
import type { Tone } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type { CallCounts, EngineItem, EngineStanding, LatencyRange } from "@/server/engine-health/contract";
import type { LocaleMapping, Observability } from "@/server/engines/contract";

/** A standing in a word or two, and what it means for a run that is started now. */
export const STANDINGS: Readonly<
  Record<EngineStanding, { readonly label: string; readonly tone: Tone; readonly meaning: string }>
> = {
  ready: { label: "Ready", tone: "good", meaning: "It is asked." },
  sandbox: { label: "Sandbox", tone: "caution", meaning: "Its answers are made up." },
  no_key: { label: "No key", tone: "neutral", meaning: "It can’t be asked yet." },
  paused: {
    label: "Paused",
    tone: "bad",
    meaning: "We paused it: nobody’s asks reach it, and nothing is charged.",
  },
  resting: {
    label: "Not answering",
    tone: "bad",
    meaning:
      "Too many calls failed. It rests for up to five minutes at a time; asks wait meanwhile, for free.",
  },
  trying: {
    label: "Trying again",
    tone: "caution",
    meaning: "One call is on its way to find out whether it answers again. Other asks wait for it, for free.",
  },
};

/** What of an answer can be seen, in the order of the screens. */
export const FIELDS: readonly { readonly field: keyof Observability; readonly label: string }[] = [
  { field: "cited", label: "Cited pages" },
  { field: "retrieved", label: "Retrieved pages" },
  { field: "searchQueries", label: "Search queries" },
  { field: "searchTriggered", label: "Whether it searched" },
  { field: "modelServed", label: "Model served" },
];

export const LOCALE_PARTS: readonly { readonly part: keyof LocaleMapping; readonly label: string }[] = [
  { part: "country", label: "Country" },
  { part: "language", label: "Language" },
  { part: "city", label: "City" },
];

/** What a call came to, in the order of the tables. */
export const OUTCOMES: readonly {
  readonly outcome: keyof CallCounts;
  readonly label: string;
  readonly meaning: string;
}[] = [
  { outcome: "answered", label: "Answered", meaning: "a page that shows no answer is one, too" },
  {
    outcome: "faults",
    label: "Failed",
    meaning: "no answer in time, an error of its server, or a damaged reply",
  },
  { outcome: "limited", label: "Slowed down", meaning: "it asked us to come back later" },
  { outcome: "refused", label: "Refused", meaning: "it is up, and said no to the request" },
];

const FAULTS: Readonly<Record<string, string>> = {
  timeout: "no answer in time",
  server_error: "an error of its server",
  network: "the connection broke",
  bad_body: "a reply that can’t be read",
  rate_limited: "asked to slow down",
};

/** What an engine failed of, in words; a kind that isn't known as it is. */
export function faultWords(kind: string): string {
  return FAULTS[kind] ?? kind.replaceAll("_", " ");
}

export function totalCalls(counts: CallCounts): number {
  return OUTCOMES.reduce((sum, { outcome }) => sum + counts[outcome], 0);
}

/** `part` of `whole` as "12 %"; never 0 % or 100 % for what is a little more or less. */
export function shareWords(part: number, whole: number): string {
  if (part === 0) return "0 %";
  if (part === whole) return "100 %";
  const percent = Math.round((part / whole) * 100);
  return percent === 0 ? "< 1 %" : percent === 100 ? "> 99 %" : `${percent} %`;
}

/** What calls came to, in one sentence: "No call in the last hour", "12 calls in the last hour, all answered". */
export function callWords(counts: CallCounts, period: string): string {
  const total = totalCalls(counts);
  if (total === 0) return `No call in ${period}`;
  const calls = `${formatNumber(total)} ${total === 1 ? "call" : "calls"} in ${period}`;
  if (counts.answered === total) return total === 1 ? `${calls}, answered` : `${calls}, all answered`;
  const others = OUTCOMES.filter(({ outcome }) => outcome !== "answered" && counts[outcome] > 0).map(
    ({ outcome, label }) => `${formatNumber(counts[outcome])} ${label.toLowerCase()}`,
  );
  return `${calls}: ${shareWords(counts.answered, total)} answered, ${others.join(", ")}`;
}

/** "0.5–1 s", "over 120 s"; a range is as exact as it is counted. */
export function latencyWords(range: LatencyRange | null): string {
  if (range === null) return "–";
  if (range.to === null) return `over ${seconds(range.from)} s`;
  return range.from === 0 ? `up to ${seconds(range.to)} s` : `${seconds(range.from)}–${seconds(range.to)} s`;
}

function seconds(ms: number): string {
  return String(ms / 1_000);
}

/** "cited pages, search queries"; lower case, in the order of the screens. */
export function fieldWords(observability: Observability, observable: boolean): string {
  return FIELDS.filter(({ field }) => observability[field].observable === observable)
    .map(({ label }) => label.toLowerCase())
    .join(", ");
}

/** "2 credits an answer, 1 for a page without one". */
export function priceWords({
  credits,
  noAnswerShownCredits,
}: Pick<EngineItem, "credits" | "noAnswerShownCredits">) {
  const price = `${count(credits, "credit")} an answer`;
  return noAnswerShownCredits === credits
    ? price
    : `${price}, ${noAnswerShownCredits} for a page without one`;
}
