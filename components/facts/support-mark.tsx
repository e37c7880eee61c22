import { placeId } from "@/components/answers/brand-look";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { Badge } from "@/components/ui/badge";
import { formatDay } from "@/components/ui/format";
import type { SupportDto } from "@/server/facts/contract";
import { SUPPORT_WORDS, whyWords } from "./fact-words";

/** Whether a cited page supports its sentence, and what it says nearest to it; a dash where nobody looked. */
export function SupportMark({ support }: { support: SupportDto | undefined }) {
  if (support === undefined)
    return (
      <>
        <span aria-hidden="true" className="text-ink-faint">
          –
        </span>
        <span className="sr-only">not looked at</span>
      </>
    );
  const { outcome, excerpt, start, fetchedAt } = support;
  const { label, tone } = SUPPORT_WORDS[outcome];
  return (
    <div className="flex min-w-56 flex-col items-start gap-1">
      <Badge tone={tone}>{label}</Badge>
      {outcome === "unchecked" && <span className="text-ink-faint text-xs">{whyWords(support)}</span>}
      <a href={`#${placeId(start)}`} className="text-accent text-xs underline underline-offset-3">
        The sentence
      </a>
      {excerpt && (
        <details className="text-xs">
          <summary className="inline-flex min-h-7 cursor-pointer items-center text-accent underline underline-offset-3 max-sm:min-h-11">
            What the page says
          </summary>
          <blockquote dir="auto" className="wrap-anywhere border-line border-l-2 pl-2 text-ink-soft">
            {withoutBidiControls(excerpt)}
          </blockquote>
          {fetchedAt && <p className="mt-1 text-ink-faint">Looked at on {formatDay(fetchedAt)}</p>}
        </details>
      )}
    </div>
  );
}
