import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { LastDecision } from "./use-review-desk";

/** After a name turned out to be another brand's: the way to make its spelling an alias, with what that would change. */
export function AliasOffer({
  address,
  last: { item, brandIds },
}: {
  address: ProjectAddress;
  last: LastDecision;
}) {
  const [span] = item.spans;
  const [brandId] = brandIds;
  if (!brandId || !span) return null;
  const surface = item.text.slice(span.start, span.end);
  const brand = item.brands.find((each) => each.brandId === brandId)?.name;
  const query = new URLSearchParams({ alias: surface });
  return (
    <Notice
      title={`Should “${surface}” always be ${brand}?`}
      action={
        <ButtonLink href={`${projectPath(address, "brands", brandId)}?${query}`} look="quiet" size="small">
          Make it an alias
        </ButtonLink>
      }
    >
      Your decision is about this answer alone. An alias is for all: its page shows what it would match before
      it is saved.
    </Notice>
  );
}
