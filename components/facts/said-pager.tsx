import { ChevronLeft, ChevronRight } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import type { StatementFilter, StatementListDto } from "@/server/facts/contract";

interface Props {
  /** The list's own address. */
  readonly path: string;
  readonly filter: StatementFilter;
  readonly said: Pick<StatementListDto, "page" | "pages">;
}

/** The way to the pages before and after; nothing where there is one. */
export function SaidPager({ path, filter, said: { page, pages } }: Props) {
  if (pages <= 1) return null;
  const href = (to: number) => {
    const kept = Object.entries({ ...filter, page: to > 1 ? to : undefined });
    const query = new URLSearchParams(
      kept.flatMap(([key, value]) => (value === undefined ? [] : [[key, String(value)]])),
    );
    return query.size > 0 ? `${path}?${query}` : path;
  };
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3 text-sm">
      {page > 1 && (
        <ButtonLink href={href(page - 1)} look="quiet" size="small">
          <ChevronLeft size={15} aria-hidden="true" />
          Before
        </ButtonLink>
      )}
      <span className="text-ink-soft tabular-nums">
        Page {formatNumber(page)} of {formatNumber(pages)}
      </span>
      {page < pages && (
        <ButtonLink href={href(page + 1)} look="quiet" size="small">
          Next
          <ChevronRight size={15} aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
