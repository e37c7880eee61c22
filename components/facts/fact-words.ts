import type { Tone } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type {
  CountedShare,
  FactTopic,
  FactValue,
  StatementVerdict,
  SupportDto,
  SupportOutcome,
} from "@/server/facts/contract";

interface TopicWords {
  readonly label: string;
  /** A fact as it may be written. */
  readonly example: string;
}

/** Topics in the order in which they are offered. */
export const TOPIC_WORDS: Readonly<Record<FactTopic, TopicWords>> = {
  price: { label: "Price", example: "The Pro plan costs $12 per user and month" },
  founding: { label: "Founding", example: "Founded in 2014" },
  headquarters: { label: "Headquarters", example: "Headquartered in Berlin" },
  size: { label: "Size", example: "Has 500 employees" },
  feature: { label: "Feature", example: "Supports single sign-on (SSO)" },
  integration: { label: "Integration", example: "Integrates with Slack" },
  limit: { label: "Limit", example: "The free plan allows 3 users" },
  other: { label: "Other", example: "Uptime of 99.9 %" },
};

interface VerdictWords {
  readonly label: string;
  readonly tone: Tone;
}

export const VERDICT_WORDS: Readonly<Record<StatementVerdict, VerdictWords>> = {
  wrong: { label: "Wrong", tone: "bad" },
  right: { label: "Right", tone: "good" },
  unverifiable: { label: "No fact says", tone: "neutral" },
};

export const SUPPORT_WORDS: Readonly<Record<SupportOutcome, VerdictWords>> = {
  supports: { label: "Supports it", tone: "good" },
  partly: { label: "Partly", tone: "caution" },
  unsupported: { label: "Doesn’t support it", tone: "bad" },
  unchecked: { label: "Couldn’t check", tone: "neutral" },
};

/** The value that a fact is compared by; null where it is its words alone. */
export function valueWords(value: FactValue | null): string | null {
  switch (value?.kind) {
    case "number":
      return `${formatNumber(value.number)}${value.unit && ` ${value.unit}`}`;
    case "date":
      return value.date;
    case "yes_no":
      return value.yes ? "Yes, it is so" : "No, it isn’t so";
    case "text":
      return value.text;
    default:
      return null;
  }
}

/** A quote without the signs of Markdown in it. */
export function plainQuote(quote: string): string {
  return quote
    .replace(/\[([^\]]{1,200})\]\([^)]{0,500}\)/g, "$1")
    .replace(/\*\*|__|`/g, "")
    .replace(/^\s*\|\s*|\s*\|\s*$/g, "")
    .replace(/\s+\|\s+/g, " · ");
}

/** "3 of 12 (11–53 %)". */
export function shareWords({ count, of, low, high }: CountedShare): string {
  return `${formatNumber(count)} of ${formatNumber(of)} (${percent(low)}–${percent(high)} %)`;
}

function percent(share: number): string {
  return formatNumber(Math.round(share * 100));
}

const WHY: Readonly<Record<string, string>> = {
  closed: "The site can’t be reached, or doesn’t let programs read it.",
  no_text: "The page has hardly any text without its scripts.",
  content_type: "It is no web page: a PDF, a picture or a file.",
  too_large: "The page is too large.",
  too_slow: "The page took too long.",
  redirects: "It leads on and on, and nowhere.",
};

/** Why a page couldn't be held against its sentence. */
export function whyWords({ why }: Pick<SupportDto, "why">): string {
  if (why === null) return "";
  const status = /^http_(\d{3})$/.exec(why)?.[1];
  if (status === "404" || status === "410") return "The page isn’t there any more.";
  if (status !== undefined) return `The site answered with an error (${status}).`;
  return WHY[why] ?? "The page couldn’t be fetched.";
}
