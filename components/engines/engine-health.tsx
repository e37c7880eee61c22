import { Card } from "@/components/ui/card";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { StackedBars } from "@/components/ui/stacked-bars";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { CallsOfPeriod, EngineDto } from "@/server/engine-health/contract";
import { callWords, faultWords, latencyWords, OUTCOMES, shareWords, totalCalls } from "./engine-words";

const TONES = { answered: "good", faults: "bad", limited: "caution", refused: "muted" } as const;
/** The same colours as in the drawing, which the table explains. */
const SWATCHES = {
  answered: "bg-accent",
  faults: "bg-danger",
  limited: "bg-caution",
  refused: "bg-line-strong",
} as const;

/** What our own calls of the last day came to: shares by kind, latencies, and hour by hour. */
export function EngineHealth({ engine }: { engine: EngineDto }) {
  const { hour, day, lastFault } = engine;
  return (
    <Card
      title="Health"
      detail="From our own asks, of all customers together: no vendor’s status page. Counted within seconds."
    >
      {totalCalls(day) === 0 ? (
        <p className="text-ink-soft text-sm">
          Nobody asked it in the last 24 hours. What an ask comes to is shown here as soon as there is one.
        </p>
      ) : (
        <div className="flex flex-col gap-5">
          <Table caption="Calls by what they came to, and how long answers took">
            <thead>
              <tr>
                <Th>Calls</Th>
                <Th align="end">Last hour</Th>
                <Th align="end">Last day</Th>
              </tr>
            </thead>
            <tbody>
              {OUTCOMES.map(({ outcome, label, meaning }) => (
                <tr key={outcome}>
                  <RowTh>
                    <span className="flex items-center gap-2">
                      <span
                        aria-hidden="true"
                        className={`size-2.5 shrink-0 rounded-xs ${SWATCHES[outcome]}`}
                      />
                      {label}
                    </span>
                    <span className="block font-normal text-ink-faint text-xs">{meaning}</span>
                  </RowTh>
                  <Share calls={hour} value={hour[outcome]} />
                  <Share calls={day} value={day[outcome]} />
                </tr>
              ))}
              <Latency label="Half of the answers within" hour={hour.median} day={day.median} />
              <Latency label="95 of 100 answers within" hour={hour.p95} day={day.p95} />
            </tbody>
          </Table>
          <Hours engine={engine} />
        </div>
      )}
      {lastFault && (
        <p className="mt-4 text-ink-soft text-sm">
          Last failed on {formatMoment(lastFault.at)} UTC: {faultWords(lastFault.kind)}.
        </p>
      )}
    </Card>
  );
}

function Share({ calls, value }: { calls: CallsOfPeriod; value: number }) {
  const total = totalCalls(calls);
  return (
    <Td align="end">
      {formatNumber(value)}
      <span className="block text-ink-faint text-xs">{total === 0 ? "–" : shareWords(value, total)}</span>
    </Td>
  );
}

function Latency({
  label,
  hour,
  day,
}: {
  label: string;
  hour: CallsOfPeriod["median"];
  day: CallsOfPeriod["median"];
}) {
  return (
    <tr>
      <RowTh>{label}</RowTh>
      <Td align="end">{latencyWords(hour)}</Td>
      <Td align="end">{latencyWords(day)}</Td>
    </tr>
  );
}

function Hours({ engine: { hours, day } }: { engine: EngineDto }) {
  const called = hours.filter((each) => totalCalls(each) > 0).toReversed();
  return (
    <div>
      <h3 className="mb-2 font-medium text-sm">Hour by hour</h3>
      <StackedBars
        bars={hours.map((each) => ({
          key: each.hoursAgo,
          parts: OUTCOMES.map(({ outcome }) => ({ tone: TONES[outcome], value: each[outcome] })),
        }))}
        ends={["24 hours ago", "now"]}
        summary={`Calls in each of the last 24 hours. ${callWords(day, "all")}.`}
      />
      <details className="mt-2 text-sm">
        <summary className="w-fit cursor-pointer py-1 text-ink-faint hover:text-ink max-sm:py-2.5">
          The same as a table
        </summary>
        <div className="mt-2">
          <Table caption="Calls by hour and by what they came to">
            <thead>
              <tr>
                <Th>Hours ago</Th>
                {OUTCOMES.map(({ outcome, label }) => (
                  <Th key={outcome} align="end">
                    {label}
                  </Th>
                ))}
              </tr>
            </thead>
            <tbody>
              {called.map((each) => (
                <tr key={each.hoursAgo}>
                  <RowTh>
                    {each.hoursAgo}–{each.hoursAgo + 1}
                  </RowTh>
                  {OUTCOMES.map(({ outcome }) => (
                    <Td key={outcome} align="end">
                      {formatNumber(each[outcome])}
                    </Td>
                  ))}
                </tr>
              ))}
            </tbody>
          </Table>
        </div>
      </details>
    </div>
  );
}
