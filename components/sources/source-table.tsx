import Link from "next/link";
import { withoutBidiControls } from "@/components/answers/text/mark-pieces";
import { formatNumber } from "@/components/ui/format";
import { RowTh, Table, Td, Th } from "@/components/ui/table";
import type { SourceRow, SourceScope } from "@/server/sources/contract";
import { SourceKind } from "./source-kind";
import { scopeLines } from "./source-note";
import { SourceShare } from "./source-share";
import { citationWords } from "./source-words";

interface Props {
  readonly rows: readonly SourceRow[];
  readonly scope: SourceScope;
  readonly sort: "share" | "citations" | "cited" | "retrieved" | "domain";
  /** Where a domain's own page is. */
  readonly hrefOf: (domain: string) => string;
}

/** The domains that answers cite: a table, and on a phone a card for each. */
export function SourceTable({ rows, scope, sort, hrefOf }: Props) {
  const source = scopeLines(scope);
  const sorted = (column: Props["sort"], order: "ascending" | "descending") =>
    sort === column ? { "aria-sort": order } : {};
  const name = (domain: string) => (
    <Link
      href={hrefOf(domain)}
      dir="ltr"
      className="wrap-anywhere font-medium text-accent underline-offset-4 hover:underline"
    >
      {withoutBidiControls(domain)}
    </Link>
  );
  return (
    <>
      <div className="max-sm:hidden">
        <Table caption="Sources">
          <thead>
            <tr>
              <Th {...sorted("domain", "ascending")}>Domain</Th>
              <Th>Kind of site</Th>
              <Th {...sorted("share", "descending")}>Share of citations</Th>
              <Th align="end" {...sorted("citations", "descending")}>
                Citations
              </Th>
              <Th align="end" {...sorted("cited", "descending")}>
                Answers
              </Th>
              <Th align="end" {...sorted("retrieved", "descending")}>
                Only retrieved
              </Th>
              <Th>Engines</Th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.domain}>
                <RowTh>
                  <span className="block min-w-44">{name(row.domain)}</span>
                </RowTh>
                <Td>
                  <SourceKind {...row} />
                </Td>
                <Td>
                  <SourceShare {...{ row, scope, source }} />
                </Td>
                <Td align="end">{citationWords(row.citations)}</Td>
                <Td align="end">{formatNumber(row.cited)}</Td>
                <Td align="end">
                  <Retrieved retrieved={row.retrieved} />
                </Td>
                <Td>{row.engines.join(", ")}</Td>
              </tr>
            ))}
          </tbody>
        </Table>
      </div>
      <ul className="divide-y divide-line rounded-xl border border-line bg-surface sm:hidden">
        {rows.map((row) => (
          <li key={row.domain} className="p-4">
            <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-1">
              <h2 className="min-w-0 text-base">{name(row.domain)}</h2>
              <span className="text-sm">
                <SourceKind {...row} />
              </span>
            </div>
            <div className="mt-2 text-sm">
              <SourceShare {...{ row, scope, source }} />
            </div>
            <dl className="mt-3 grid grid-cols-3 gap-2 text-sm tabular-nums">
              <Fact label="Citations">{citationWords(row.citations)}</Fact>
              <Fact label="Answers">{formatNumber(row.cited)}</Fact>
              <Fact label="Only retrieved">
                <Retrieved retrieved={row.retrieved} />
              </Fact>
            </dl>
            <p className="mt-2 text-ink-faint text-xs">{row.engines.join(", ")}</p>
          </li>
        ))}
      </ul>
    </>
  );
}

function Fact({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-ink-faint text-xs">{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function Retrieved({ retrieved }: { retrieved: number | null }) {
  if (retrieved === null) return <span className="text-ink-faint text-xs">not observable</span>;
  return formatNumber(retrieved);
}
