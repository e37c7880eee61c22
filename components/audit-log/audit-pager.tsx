import { ChevronRight, ChevronsLeft } from "lucide-react";
import { ButtonLink } from "@/components/ui/button";

interface Props {
  /** Back to the newest, when one is on a later page. */
  readonly first: string | null;
  readonly next: string | null;
}

/** The way to what was before, and back to the newest; nothing where there is one page. */
export function AuditPager({ first, next }: Props) {
  if (first === null && next === null) return null;
  return (
    <nav aria-label="Pages" className="mt-4 flex flex-wrap items-center gap-3">
      {first !== null && (
        <ButtonLink href={first} look="quiet" size="small">
          <ChevronsLeft size={15} aria-hidden="true" />
          Newest
        </ButtonLink>
      )}
      {next !== null && (
        <ButtonLink href={next} look="quiet" size="small">
          Before that
          <ChevronRight size={15} aria-hidden="true" />
        </ButtonLink>
      )}
    </nav>
  );
}
