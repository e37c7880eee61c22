import { Provenance } from "@/components/provenance/provenance";
import { classNames } from "@/components/ui/class-names";
import { formatDay } from "@/components/ui/format";
import type { BrandStreak, OverviewSeries, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import type { Notes } from "./notes";
import { RISK_WORDS } from "./risk-words";

interface Props {
  readonly series: OverviewSeries;
  readonly shown: SeriesWindow;
  readonly ownBrandId: string;
  readonly notes: Notes;
}

const OUTCOMES = {
  hit: { label: "hit", look: "border-accent bg-accent" },
  miss: { label: "miss", look: "border-line-strong" },
  no_data: { label: "no data", look: "border-line-strong border-dashed opacity-60" },
} as const;
const SQUARES = 26;

/** Windows in a row in which presence reached the target: the own brand's large, the rivals' beside it. */
export function Streaks({ series, shown, ownBrandId, notes }: Props) {
  const own = series.streaks.find((streak) => streak.brandId === ownBrandId);
  const rivals = series.streaks.filter((streak) => streak.brandId !== ownBrandId);
  if (!own) return null;
  const noteOf = (streak: BrandStreak) => notes.ofStreak(series, shown, streak);
  return (
    <Block
      title="Streaks"
      detail={`Windows in a row with presence at or above the target of ${notes.target}.`}
    >
      <dl className="flex flex-wrap gap-x-8 gap-y-3">
        {[
          ["Current", own.current],
          ["Longest", own.longest],
        ].map(([label, count]) => (
          <div key={label}>
            <dt className="text-ink-faint text-xs">{label}</dt>
            <dd>
              <Provenance note={noteOf(own)}>
                <span className="font-medium font-serif text-3xl tabular-nums leading-tight">{count}</span>
              </Provenance>
              <span className="ml-1.5 text-ink-soft text-sm">{count === 1 ? "window" : "windows"}</span>
            </dd>
          </div>
        ))}
        <div>
          <dt className="text-ink-faint text-xs">Last ended</dt>
          <dd className="pt-2 text-sm">{own.brokenAt ? `week of ${formatDay(own.brokenAt)}` : "not yet"}</dd>
        </div>
      </dl>
      <Outcomes streak={own} />
      {own.risk && <p className="mt-2 text-caution text-sm">{RISK_WORDS[own.risk]}</p>}
      {rivals.length > 0 && (
        <table className="mt-4 w-full border-collapse text-left text-sm">
          <caption className="sr-only">Streaks of the rivals on {series.engine}</caption>
          <thead>
            <tr className="text-ink-faint text-xs">
              <th scope="col" className="py-1 font-medium">
                Rival
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                Current
              </th>
              <th scope="col" className="py-1 text-right font-medium">
                Longest
              </th>
            </tr>
          </thead>
          <tbody className="tabular-nums">
            {rivals.map((streak) => (
              <tr key={streak.brandId} className="border-line border-t">
                <th scope="row" className="wrap-anywhere py-1.5 font-normal">
                  {notes.brandName(streak.brandId)}
                </th>
                {(["current", "longest"] as const).map((which) => (
                  <td key={which} className="py-1.5 text-right">
                    <Provenance note={noteOf(streak)}>{streak[which]}</Provenance>
                    {which === "current" && streak.risk && (
                      <span className="block text-caution text-xs">at risk</span>
                    )}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </Block>
  );
}

/** The last half year, window by window. */
function Outcomes({ streak }: { streak: BrandStreak }) {
  return (
    <ol className="mt-3 flex flex-wrap items-center gap-1" aria-label="Window by window, oldest first">
      {streak.outcomes.slice(-SQUARES).map(({ start, outcome }) => (
        <li
          key={start}
          title={`Week of ${formatDay(start)}: ${OUTCOMES[outcome].label}`}
          className={classNames("size-4 rounded-sm border", OUTCOMES[outcome].look)}
        >
          <span className="sr-only">
            Week of {formatDay(start)}: {OUTCOMES[outcome].label}
          </span>
        </li>
      ))}
      <li className="ml-2 text-ink-faint text-xs" aria-hidden="true">
        filled: target reached
      </li>
    </ol>
  );
}
