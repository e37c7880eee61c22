import { ChevronRight, ChevronsLeft } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";
import type { SourceCursor } from "@/server/sources/contract";

interface Props {
  /** The first page, when one is on another. */
  readonly first: string | null;
  /** Where the next one begins. */
  readonly next: SourceCursor | null;
  readonly hrefOf: (changes: Record<string, string>) => string;
}

/** The way to the next page and back to the first; nothing where there is one. */
export function SourcePager({ first, next, hrefOf }: Props) {
  if (first === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
      {first !== null && (
        <ButtonLink href={first} look="quiet" size="small">
          <ChevronsLeft size={15} aria-hidden="true" />
          First page
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink
          href={hrefOf({ after: next.domain, value: String(next.value) })}
          look="quiet"
          size="small"
        >
          Next
          <ChevronRight size={15} aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
