import Link from "next/link";
import { placeId } from "@/components/answers/brand-look";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { Badge } from "@/components/ui/badge";
import { formatMoment } from "@/components/ui/format";
import type { ListedStatement, StatementDto } from "@/server/facts/contract";
import { plainQuote, TOPIC_WORDS, VERDICT_WORDS } from "./fact-words";

interface Props {
  readonly statement: StatementDto;
  /** The answer's own address; "" on its page. */
  readonly href: string;
  /** Where it was said, on a page of many answers. */
  readonly from?: ListedStatement;
}

/** A statement with its verdict, the fact that decided as it stood then, and the way to its place in the text. */
export function StatementItem({ statement, href, from }: Props) {
  const { quote, verdict, topic, fact, judgedBy, confidence, start } = statement;
  const { label, tone } = VERDICT_WORDS[verdict];
  const Place = href === "" ? "a" : Link;
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-line px-4 py-4 not-first:border-t sm:px-6">
      <div className="w-28 shrink-0 pt-0.5">
        <Badge tone={tone}>{label}</Badge>
      </div>
      <div className="min-w-0 flex-1 basis-72">
        <p dir="auto" className="wrap-anywhere">
          <Place
            href={`${href}#${placeId(start)}`}
            className="underline decoration-line-strong underline-offset-4 hover:decoration-ink"
          >
            {plainQuote(withoutBidiControls(quote))}
          </Place>
        </p>
        {fact && (
          <p className="wrap-anywhere mt-1 text-sm">
            <span className="text-ink-faint">{fact.isCurrent ? "Fact: " : "Fact, as it stood then: "}</span>
            {fact.statement}
            {fact.value?.kind === "yes_no" && (
              <span className="font-medium"> – {fact.value.yes ? "yes, it is so" : "no, it isn’t so"}</span>
            )}
          </p>
        )}
        <p className="mt-1 flex flex-wrap gap-x-3 gap-y-0.5 text-ink-faint text-sm tabular-nums">
          {from && (
            <>
              <span>{from.engine}</span>
              <span>{formatMoment(from.observedAt)} UTC</span>
            </>
          )}
          <span>{TOPIC_WORDS[topic].label}</span>
          {fact && (
            <span>
              {judgedBy.startsWith("rules@") ? "by rules" : "by a model"}, confidence {confidence.toFixed(2)}
            </span>
          )}
        </p>
      </div>
    </li>
  );
}
