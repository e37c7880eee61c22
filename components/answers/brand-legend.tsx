import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import type { AnswerBrand, MentionStance } from "@/server/answers/contract";
import { brandLook, firstMentionId, MARKS_INSIDE } from "./brand-look";
import { judgedBy, STANCE_LABELS, UNDECIDED_REASONS } from "./finding-labels";
import { WhoDecided } from "./who-decided";

/** The brands that the answer names, in the order in which it does: how often, at which rank, and a link to the first place. */
export function BrandLegend({ brands }: { brands: readonly AnswerBrand[] }) {
  const placed = brands.map((brand, place) => ({ ...brand, place }));
  const named = placed
    .flatMap(({ mention, ...brand }) => (mention === null ? [] : [{ ...brand, mention }]))
    .toSorted((a, b) => a.mention.order - b.mention.order);
  const undecided = brands.flatMap(({ undecided: doubt, ...brand }) =>
    doubt === null ? [] : [{ ...brand, doubt }],
  );
  const silent = placed.filter(({ mention, undecided: doubt }) => mention === null && doubt === null);
  const own = brands.find((brand) => brand.own);
  return (
    <div className={`flex flex-col gap-2 text-sm ${MARKS_INSIDE}`}>
      {named.length > 0 ? (
        <ul aria-label="Brands named, in their order" className="flex flex-wrap gap-x-2 gap-y-2">
          {named.map(({ brandId, name, place, mention, own: isOwn, archived }) => (
            <li key={brandId} className="wrap-anywhere max-w-full">
              <a
                href={`#${firstMentionId(place)}`}
                className="inline-flex min-h-9 flex-wrap items-baseline gap-x-2 gap-y-1 rounded-md border border-line px-2.5 py-1.5 hover:border-line-strong max-sm:min-h-11"
              >
                <mark className={brandLook(place)}>{name}</mark>
                <span className="text-ink-soft tabular-nums">
                  {isOwn && "own brand, "}
                  {archived && "archived, "}
                  {mention.rank === null ? "no rank" : `rank ${mention.rank}`},{" "}
                  {mention.spans.length === 1 ? "once" : `${formatNumber(mention.spans.length)} times`}
                  {mention.confidence < 1 && `, confidence ${mention.confidence.toFixed(2)}`}
                </span>
                {mention.stance && <StanceChip stance={mention.stance} />}
              </a>
            </li>
          ))}
        </ul>
      ) : (
        <p className="text-ink-soft">It names none of the project’s brands.</p>
      )}
      {undecided.length > 0 && (
        <ul aria-label="Brands that may be named" className="flex flex-wrap gap-2">
          {undecided.map(({ brandId, name, doubt }) => (
            <li
              key={brandId}
              className="wrap-anywhere inline-flex min-h-9 max-w-full flex-wrap items-baseline gap-x-2 gap-y-1 rounded-md border border-line border-dashed px-2.5 py-1.5"
            >
              <span>{name}</span>
              <Badge tone="caution">Undecided</Badge>
              <span className="text-ink-soft tabular-nums">
                {UNDECIDED_REASONS[doubt.reason] ?? doubt.reason},{" "}
                {doubt.spans.length === 1 ? "once" : `${formatNumber(doubt.spans.length)} times`}, not counted
                as a mention
              </span>
            </li>
          ))}
        </ul>
      )}
      <WhoDecided brands={brands} />
      {named.length > 0 && silent.length > 0 && (
        <p className="wrap-anywhere text-ink-faint">
          Not named: {silent.map(({ name, own: isOwn }) => (isOwn ? `${name} (own brand)` : name)).join(", ")}
        </p>
      )}
      {own === undefined && <p className="text-ink-faint">The project has no own brand.</p>}
    </div>
  );
}

/** How the answer speaks of a brand, and who says so. */
function StanceChip({ stance: { stance, confidence, by } }: { stance: MentionStance }) {
  const { label, tone } = STANCE_LABELS[stance];
  return (
    <span className="inline-flex items-baseline gap-1.5">
      <Badge tone={tone}>{label}</Badge>
      <span className="text-ink-faint text-xs tabular-nums">
        {judgedBy(by)}, {confidence.toFixed(2)}
      </span>
    </span>
  );
}
