import { CLASS_LABELS, PAGE_LABELS } from "@/components/answers/finding-labels";
import { Badge } from "@/components/ui/badge";
import type { SourceRow } from "@/server/sources/contract";

type Kind = Pick<SourceRow, "owner" | "domainClass" | "pageTypes">;

/** Whose domain it is, or what kind of site, and below it the most frequent kinds of page. */
export function SourceKind({ owner, domainClass, pageTypes }: Kind) {
  return (
    <span className="flex flex-col items-start gap-0.5">
      {owner === null ? (
        <span className="whitespace-nowrap">
          {domainClass === null ? "Third party" : CLASS_LABELS[domainClass]}
        </span>
      ) : (
        <Badge tone={owner.own ? "good" : "caution"}>
          {owner.own ? "Own brand" : `Rival: ${owner.name}`}
        </Badge>
      )}
      {pageTypes.length > 0 && (
        <span className="text-ink-faint text-xs">
          {pageTypes
            .slice(0, 2)
            .map(({ type }) => pageLabel(type))
            .join(", ")}
          {pageTypes.length > 2 && `, ${pageTypes.length - 2} more`}
        </span>
      )}
    </span>
  );
}

/** A kind of page in words; one that isn't known any more as it is. */
export function pageLabel(type: string): string {
  return Object.entries(PAGE_LABELS).find(([known]) => known === type)?.[1] ?? type;
}
