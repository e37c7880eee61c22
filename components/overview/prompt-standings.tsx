import Link from "next/link";
import { Provenance } from "@/components/provenance/provenance";
import type { OverviewSeries, PromptStanding, SeriesWindow } from "@/server/reports/contract";
import { Block } from "./block";
import type { Notes } from "./notes";

interface Props {
  readonly series: OverviewSeries;
  readonly shown: SeriesWindow;
  readonly brand: string;
  readonly notes: Notes;
  readonly answersHref: (filter: Record<string, string>) => string;
}

/** The prompts at both ends, in counts: one prompt has too few answers for a level. */
export function PromptStandings({ series, shown, brand, notes, answersHref }: Props) {
  const { total, best, weakest } = series.prompts;
  if (total === 0) return null;
  const all = weakest.length === 0;
  const lists = all
    ? [{ title: "Named most, first", prompts: best }]
    : [
        { title: "Named most", prompts: best },
        { title: "Named least", prompts: weakest },
      ];
  return (
    <Block
      title={all ? `${brand}, prompt by prompt` : `Prompts that name ${brand} most and least`}
      detail={`${all ? "" : `The ends of ${total} prompts. `}One prompt’s few answers move by chance: look at it, don’t rank by it.`}
    >
      <div className="grid gap-x-10 gap-y-5 md:grid-cols-2">
        {lists.map(({ title, prompts }) => (
          <div key={title}>
            <h4 className="text-ink-faint text-xs">{title}</h4>
            <ol className="mt-1 divide-y divide-line">
              {prompts.map((prompt) => (
                <Standing key={prompt.promptId} {...{ prompt, series, shown, notes, answersHref }} />
              ))}
            </ol>
          </div>
        ))}
      </div>
    </Block>
  );
}

function Standing({
  prompt,
  series,
  shown,
  notes,
  answersHref,
}: { prompt: PromptStanding } & Omit<Props, "brand">) {
  const { text, hits, answers, streak } = prompt;
  const { engineId: engine, surface } = series;
  const href = answersHref({ prompt: prompt.promptId, engine, surface, window: shown.window.start });
  return (
    <li className="flex items-baseline justify-between gap-4 py-2 text-sm">
      <Link href={href} className="wrap-anywhere min-w-0 hover:underline">
        {text}
      </Link>
      <span className="shrink-0 text-right tabular-nums">
        <Provenance note={notes.ofPrompt(series, shown, prompt)}>
          <span className="font-semibold">
            {hits} of {answers}
          </span>
        </Provenance>
        {streak && streak.current > 1 && (
          <span className="block text-ink-faint text-xs">
            streak of {streak.current} windows
            {streak.risk && <span className="text-caution">, at risk</span>}
          </span>
        )}
      </span>
    </li>
  );
}
