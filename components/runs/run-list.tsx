import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Badge } from "@/components/ui/badge";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { RunListItem } from "@/server/runs/contract";
import { KindBadges, StateBadge } from "./run-badges";
import { count, totalOf } from "./run-words";

interface Props {
  readonly address: ProjectAddress;
  readonly runs: readonly RunListItem[];
}

/** The project's runs and imports, newest request first. Where all of them are made up, that is said once. */
export function RunList({ address, runs }: Props) {
  const allSandbox = runs.length > 0 && runs.every(({ sandbox }) => sandbox);
  return (
    <>
      {allSandbox && (
        <p className="mb-4 flex flex-wrap items-center gap-2 text-ink-soft text-sm">
          <Badge tone="caution">Sandbox</Badge> All of these answers are made up or replayed.
        </p>
      )}
      <Table caption="Runs, newest first; times in UTC">
        <thead>
          <tr>
            <Th>Run</Th>
            <Th align="end">Answered</Th>
            <Th align="end">Credits</Th>
            <Th>Engines</Th>
            <Th>Panel</Th>
            <Th>Closed</Th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <Row
              key={run.runId}
              run={run}
              href={projectPath(address, "runs", run.runId)}
              showSandbox={!allSandbox}
            />
          ))}
        </tbody>
      </Table>
    </>
  );
}

function Row({ run, href, showSandbox }: { run: RunListItem; href: string; showSandbox: boolean }) {
  return (
    <tr>
      <RowTh>
        <Link
          href={href}
          className="whitespace-nowrap text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current"
        >
          {formatMoment(run.simulatedAt ?? run.requestedAt)}
        </Link>
        <span className="mt-1.5 flex flex-wrap gap-1.5">
          <StateBadge run={run} />
          <KindBadges run={run} showSandbox={showSandbox} />
        </span>
      </RowTh>
      <Td align="end">
        <Asks run={run} />
      </Td>
      <Td align="end">
        <Credits run={run} />
      </Td>
      <Td>
        <span className="block min-w-40">{run.engines.map(({ label }) => label).join(", ")}</span>
        {run.kind === "ask" && (
          <span className="block text-ink-faint text-xs">{count(run.repeats, "repeat")}</span>
        )}
      </Td>
      <Td>
        <span className="block">{run.panel.name}</span>
        <span className="block whitespace-nowrap text-ink-faint text-xs">version {run.panel.version}</span>
      </Td>
      <Td>
        <span className="whitespace-nowrap text-ink-soft">
          {run.closedAt ? <time dateTime={run.closedAt}>{formatMoment(run.closedAt)}</time> : "open"}
        </span>
      </Td>
    </tr>
  );
}

function Asks({ run: { asks } }: { run: RunListItem }) {
  const total = totalOf(asks);
  const lost = asks.failed + asks.orphaned;
  if (total === 0) return <span className="text-ink-faint">none yet</span>;
  return (
    <>
      <span className="block whitespace-nowrap">
        {formatNumber(asks.answered)} of {formatNumber(total)}
      </span>
      {lost > 0 && (
        <span className="block whitespace-nowrap text-danger text-xs">{formatNumber(lost)} failed</span>
      )}
    </>
  );
}

function Credits({ run }: { run: RunListItem }) {
  if (run.kind === "import") return <span className="text-ink-faint">none</span>;
  return (
    <>
      <span className="block whitespace-nowrap">{formatNumber(run.settledCredits)}</span>
      <span className="block whitespace-nowrap text-ink-faint text-xs">
        of {formatNumber(run.priceCredits)}
      </span>
    </>
  );
}
