import { Provenance } from "@/components/provenance/provenance";
import type { ProvenanceNote } from "@/components/provenance/provenance-note";
import { classNames } from "@/components/ui/class-names";
import type { ReportedMetric } from "@/server/reports/contract";
import { Unbroken } from "./unbroken";

interface Props {
  readonly row: ReportedMetric;
  readonly note: ProvenanceNote;
  readonly size?: "normal" | "large";
}

/** A number with what it may not be shown without: both intervals, or the bound of its counts. */
export function MetricNumber({ row, note, size = "normal" }: Props) {
  const { value, panel, market, bound, caution } = row.words;
  const figure = row.drawing?.kind === "level";
  const sample = size === "large" && figure ? `${row.n} answers, ${row.k} prompts` : null;
  return (
    <span className="block tabular-nums">
      <Provenance note={note}>
        <span
          className={classNames(
            size === "large" && figure && "font-medium font-serif text-3xl leading-none tracking-tight",
            size === "large" && !figure && "font-semibold",
            size === "normal" && figure && "font-semibold",
          )}
        >
          <Value words={value} />
        </span>
      </Provenance>
      {[panel, market, bound, sample].map(
        (part) =>
          part !== null && (
            <span key={part} className="block text-ink-faint text-xs leading-snug">
              <Unbroken text={part} />
            </span>
          ),
      )}
      {caution !== null && (
        <span className="block text-caution text-xs leading-snug">
          <Unbroken text={caution} />
        </span>
      )}
    </span>
  );
}

const EARLY = "early: ";

/** "early: 55 %", the number before its caution. */
function Value({ words }: { words: string }) {
  if (!words.startsWith(EARLY)) return <Unbroken text={words} />;
  return (
    <>
      <span className="font-normal text-ink-soft">{EARLY}</span>
      <Unbroken text={words.slice(EARLY.length)} />
    </>
  );
}
