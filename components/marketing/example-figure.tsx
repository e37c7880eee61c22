import { IntervalChart } from "@/components/ui/interval-chart";
import { SANDBOX_EXAMPLE } from "./sandbox-example";

const [chatgpt] = SANDBOX_EXAMPLE.engines;

/** The figure of the home page: four weeks of presence with both intervals, from the sandbox and labelled so. */
export function ExampleFigure() {
  return (
    <figure className="rounded-xl border border-line bg-surface p-4 shadow-[0_1px_2px_rgb(0_0_0/0.04),0_12px_32px_-16px_rgb(0_0_0/0.18)] sm:p-6">
      <figcaption className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <span className="font-semibold">Presence of {SANDBOX_EXAMPLE.brand}</span>
        <span className="rounded-full border border-line px-2.5 py-0.5 text-ink-faint text-xs">
          example from the sandbox
        </span>
        <span className="w-full text-ink-faint text-sm">
          Share of {chatgpt.name} answers ({chatgpt.surface}) that name it. {SANDBOX_EXAMPLE.prompts} prompts,
          asked 7 times a week: fewer than 25, so every level is early.
        </span>
      </figcaption>
      <div className="mt-4">
        <IntervalChart
          summary={`Presence of ${SANDBOX_EXAMPLE.brand} in four weeks: ${chatgpt.weeks.map(({ week, value }) => `${week} ${Math.round(value * 100)} %`).join(", ")}. The intervals overlap.`}
          rows={chatgpt.weeks.map(({ week, hits, answers, value, panel, market }) => ({
            label: week,
            detail: `${hits} of ${answers}`,
            value,
            inner: panel,
            outer: market,
          }))}
        />
      </div>
      <dl className="mt-3 grid gap-x-6 gap-y-1.5 border-line border-t pt-3 text-ink-soft text-sm sm:grid-cols-2">
        <div className="flex gap-2.5">
          <dt className="mt-1.5 h-2.5 w-7 shrink-0 rounded-full bg-band">
            <span className="sr-only">Band</span>
          </dt>
          <dd>these prompts (panel)</dd>
        </div>
        <div className="flex gap-2.5">
          <dt className="mt-1 h-3.5 w-7 shrink-0 border-band-wide border-x-2 [background:linear-gradient(var(--band-wide),var(--band-wide))_center/100%_2px_no-repeat]">
            <span className="sr-only">Line</span>
          </dt>
          <dd>prompts like these (market)</dd>
        </div>
      </dl>
    </figure>
  );
}
