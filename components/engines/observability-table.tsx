import { Badge } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { EngineDto } from "@/server/engine-health/contract";
import { FIELDS } from "./engine-words";

/** What of an answer can be seen here, and what each field means or why it can't. */
export function ObservabilityTable({ engine }: { engine: EngineDto }) {
  return (
    <Card
      title="What can be observed"
      detail="What an engine doesn’t show is “not observable” everywhere, never zero, and enters no rate."
    >
      <dl className="-my-3">
        {FIELDS.map(({ field, label }) => {
          const { observable, meaning } = engine.observability[field];
          return (
            <div
              key={field}
              className="grid gap-x-6 gap-y-1 border-line py-3 not-first:border-t sm:grid-cols-[11rem_minmax(0,1fr)]"
            >
              <dt className="flex flex-wrap items-center gap-x-3 gap-y-1 font-medium text-sm">{label}</dt>
              <dd className="flex flex-wrap items-start gap-x-3 gap-y-1 text-sm">
                {observable ? (
                  <Badge tone="good">Observable</Badge>
                ) : (
                  <Badge tone="caution">Not observable</Badge>
                )}
                <span className="wrap-anywhere min-w-0 flex-1 basis-64 text-ink-soft">{meaning}</span>
              </dd>
            </div>
          );
        })}
      </dl>
    </Card>
  );
}
