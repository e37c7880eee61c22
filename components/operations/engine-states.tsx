import { callWords, faultWords, latencyWords } from "@/components/engines/engine-words";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import { formatMoment, formatNumber } from "@/components/ui/format";
import type { EngineStateDto } from "@/server/engine-health/contract";
import { breakerWords } from "./breaker-words";
import { PauseEngine } from "./pause-engine";
import { ResumeEngine } from "./resume-engine";

/** Every engine with its breaker, its calls and its switch. */
export function EngineStates({ engines }: { engines: readonly EngineStateDto[] }) {
  return (
    <ul aria-label="Engines" className="rounded-xl border border-line bg-surface">
      {engines.map((engine) => (
        <li
          key={engine.engineId}
          className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line px-4 py-4 not-first:border-t sm:px-6"
        >
          <EngineState engine={engine} />
          {engine.paused ? <ResumeEngine {...engine} /> : <PauseEngine {...engine} />}
        </li>
      ))}
    </ul>
  );
}

function EngineState({ engine }: { engine: EngineStateDto }) {
  const { label, tone, meaning } = breakerWords(engine);
  const { window, lastFault, paused, hour, day } = engine;
  const inWindow = window.faults + window.limited;
  return (
    <div className="min-w-0 flex-1 basis-80">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        {engine.label}
        <Badge tone={tone}>{label}</Badge>
        <span className="font-normal text-ink-faint text-xs">{surfaceLabel(engine.surface)}</span>
      </h2>
      <p className="wrap-anywhere mt-1 text-ink-soft text-sm">
        {meaning}
        {paused && ` Since ${formatMoment(paused.at)}.`}
        {engine.breaker === "closed" &&
          inWindow > 0 &&
          ` In its window: ${formatNumber(inWindow)} of ${formatNumber(window.calls)} calls failed.`}
      </p>
      <p className="mt-1 text-ink-faint text-sm tabular-nums">
        {callWords(hour, "the last hour")}
        {hour.median !== null && (
          <>
            ; half within <Within>{latencyWords(hour.median)}</Within>, 95 of 100 within{" "}
            <Within>{latencyWords(hour.p95)}</Within>
          </>
        )}
        . {callWords(day, "24 hours")}.
      </p>
      {lastFault && (
        <p className="mt-1 text-ink-faint text-sm">
          Last fault: {faultWords(lastFault.kind)}, {formatMoment(lastFault.at)}.
        </p>
      )}
    </div>
  );
}

function Within({ children }: { children: string }) {
  return <span className="whitespace-nowrap">{children}</span>;
}
