import type { ProjectAddress } from "@/components/shell/project-path";
import { Card } from "@/components/ui/card";
import type { ExportTableDto } from "@/server/exports/contract";
import { ExportLink } from "./export-link";

interface Props {
  readonly address: ProjectAddress;
  readonly tables: readonly ExportTableDto[];
}

/** Every table of the project, each as one file, with the meaning of its columns. */
export function ExportSection({ address, tables }: Props) {
  return (
    <Card
      title="Take your data with you"
      detail="Each table as CSV in UTF-8, with every row. Times are UTC, shares go from 0 to 1, and what is not known is empty. A text that a spreadsheet would run as a formula gets an apostrophe in front. To take a part of a table, use the export on its own page: it holds what the filter there shows."
    >
      <ul className="-my-3">
        {tables.map(({ id, label, description, columns }) => (
          <li key={id} className="border-line py-3 not-first:border-t">
            <div className="flex flex-wrap items-start justify-between gap-x-6 gap-y-2">
              <div className="min-w-0 flex-1 basis-64">
                <h3 className="font-semibold">{label}</h3>
                <p className="text-ink-soft text-sm">{description}</p>
              </div>
              <ExportLink address={address} table={id} label={label} />
            </div>
            <details className="text-sm">
              <summary className="w-fit cursor-pointer py-1 text-ink-faint hover:text-ink max-sm:py-2.5">
                {columns.length} columns<span className="sr-only"> of {label}</span>
              </summary>
              <dl className="mt-1 mb-2 grid gap-x-6 sm:grid-cols-[auto_minmax(0,1fr)]">
                {columns.map(({ name, about }) => (
                  <div key={name} className="contents">
                    <dt className="pt-1 font-mono text-xs leading-6">{name}</dt>
                    <dd className="text-ink-soft max-sm:mb-1 sm:pt-1">{about}</dd>
                  </div>
                ))}
              </dl>
            </details>
          </li>
        ))}
      </ul>
    </Card>
  );
}
