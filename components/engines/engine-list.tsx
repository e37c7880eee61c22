import Link from "next/link";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import type { EngineItem } from "@/server/engine-health/contract";
import { callWords, fieldWords, priceWords, STANDINGS } from "./engine-words";
import { enginesPath } from "./engines-path";

/** Every engine: how it stands, what an answer costs, what of it can be seen, and what its last calls came to. */
export function EngineList({ org, engines }: { org: string; engines: readonly EngineItem[] }) {
  return (
    <ul aria-label="Engines" className="rounded-xl border border-line bg-surface">
      {engines.map((engine) => (
        <li
          key={engine.engineId}
          className="relative grid gap-x-8 gap-y-2 border-line px-4 py-4 not-first:border-t first:rounded-t-xl last:rounded-b-xl has-[a:focus-visible]:outline-2 has-[a:focus-visible]:outline-accent hover:bg-sunken/50 sm:px-6 lg:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]"
        >
          <Standing org={org} engine={engine} />
          <Shown engine={engine} />
        </li>
      ))}
    </ul>
  );
}

function Standing({ org, engine }: { org: string; engine: EngineItem }) {
  const { label, tone, meaning } = STANDINGS[engine.standing];
  const quiet = engine.standing === "ready" || engine.standing === "sandbox";
  return (
    <div className="min-w-0">
      <h2 className="flex flex-wrap items-center gap-x-3 gap-y-1 font-semibold">
        <Link
          href={enginesPath(org, engine.engineId)}
          className="after:absolute after:inset-0 hover:underline"
        >
          {engine.label}
        </Link>
        <Badge tone={tone}>{label}</Badge>
        {engine.ownKey && engine.standing !== "sandbox" && <Badge>Your key</Badge>}
      </h2>
      <p className="mt-0.5 text-ink-soft text-sm">
        {surfaceLabel(engine.surface)}, {priceWords(engine)}
      </p>
      {!quiet && <p className="wrap-anywhere mt-1 text-sm">{whyNot(engine) ?? meaning}</p>}
      <p className="mt-1 text-ink-faint text-sm tabular-nums">
        {callWords(engine.lastHour, "the last hour")}
      </p>
    </div>
  );
}

function Shown({ engine: { observability } }: { engine: EngineItem }) {
  const [seen, unseen] = [fieldWords(observability, true), fieldWords(observability, false)];
  return (
    <dl className="grid grid-cols-[6.75rem_minmax(0,1fr)] content-start gap-x-3 gap-y-1 text-sm">
      <dt className="text-ink-faint">Shows</dt>
      <dd>{seen || "nothing beside its text"}</dd>
      {unseen && (
        <>
          <dt className="text-ink-faint">Not observable</dt>
          <dd className="text-ink-soft">{unseen}</dd>
        </>
      )}
    </dl>
  );
}

/** The operator's words are a quotation; what is missing is a sentence of ours. */
function whyNot({ standing, reason }: EngineItem): string | null {
  return standing === "paused" && reason !== null ? `“${reason}”` : reason;
}
