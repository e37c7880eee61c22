import { Provenance } from "@/components/provenance/provenance";
import { formatWindow } from "@/components/ui/format";
import type { OverviewSeries, SentencePart, SeriesWindow } from "@/server/reports/contract";
import type { Notes } from "./notes";
import { Unbroken } from "./unbroken";

/** What the numbers of a series say, its numbers with their provenance. The first sentence is the largest. */
export function Sentences({
  series,
  shown,
  notes,
}: {
  series: OverviewSeries;
  shown: SeriesWindow;
  notes: Notes;
}) {
  const [first, ...rest] = series.says.map((sentence) => (
    <span key={keyOf(sentence)}>
      {sentence.map((part) => (
        <Part key={keyOf([part])} {...{ part, series, shown, notes }} />
      ))}{" "}
    </span>
  ));
  return (
    <>
      <p className="max-w-[46rem] font-serif text-ink text-lg leading-snug sm:text-xl">{first}</p>
      {rest.length > 0 && <p className="mt-1.5 max-w-prose text-ink-soft text-sm">{rest}</p>}
    </>
  );
}

function Part({
  part,
  series,
  shown,
  notes,
}: {
  part: SentencePart;
  series: OverviewSeries;
  shown: SeriesWindow;
  notes: Notes;
}) {
  if ("window" in part) return formatWindow(part.window);
  const { of } = part;
  const text = <Unbroken text={part.text} />;
  const row = shown.metrics.find((each) => each.metricId === of?.metricId && each.brandId === of.brandId);
  return row ? <Provenance note={notes.ofMetric(series, shown, row)}>{text}</Provenance> : text;
}

function keyOf(parts: readonly SentencePart[]): string {
  return parts.map((part) => ("window" in part ? part.window.start : part.text)).join("");
}
