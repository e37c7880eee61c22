import { surfaceLabel } from "@/components/shell/surface-label";
import type { EngineOption } from "@/server/runs/contract";
import { count } from "./run-words";

interface Props {
  readonly engines: readonly EngineOption[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** The engines as boxes to tick, two in a row where there is room, with the price of an answer; one that can't be asked says why. */
export function EngineChoice({ engines, chosen, onChange }: Props) {
  const toggle = (engineId: string) =>
    onChange(chosen.includes(engineId) ? chosen.filter((id) => id !== engineId) : [...chosen, engineId]);
  return (
    <fieldset aria-describedby={chosen.length === 0 ? "no-engine" : undefined}>
      <legend className="mb-1.5 font-medium text-sm">Engines</legend>
      <ul className="grid gap-px overflow-hidden rounded-md border border-line-strong bg-line sm:grid-cols-2">
        {engines.map(({ engineId, label, surface, credits, problem, resting }) => (
          <li key={engineId} className="bg-surface sm:last:odd:col-span-2">
            <label
              className={`flex h-full min-h-11 items-center gap-3 px-3 py-2 text-sm ${problem ? "opacity-70" : "cursor-pointer"}`}
            >
              <input
                type="checkbox"
                checked={chosen.includes(engineId)}
                disabled={problem !== null}
                onChange={() => toggle(engineId)}
                className="size-4.5 shrink-0 accent-accent"
              />
              <span className="flex min-w-0 flex-1 items-center gap-3 sm:flex-col sm:items-start sm:gap-0">
                <span className="min-w-0 flex-1">
                  <span className="font-medium">{label}</span>{" "}
                  <span className="text-ink-faint">{surfaceLabel(surface)}</span>
                  {(problem ?? resting) && <span className="block text-caution">{problem ?? resting}</span>}
                </span>
                <span className="shrink-0 text-right text-ink-soft tabular-nums">
                  {count(credits, "credit")} an answer
                </span>
              </span>
            </label>
          </li>
        ))}
      </ul>
      {chosen.length === 0 && (
        <p id="no-engine" className="mt-1.5 text-danger text-sm">
          Choose at least one engine.
        </p>
      )}
    </fieldset>
  );
}
