import type { ReactNode } from "react";
import { formatDay, formatNumber } from "@/components/ui/format";
import type { BrandDto } from "@/server/projects/contract";

interface Props {
  readonly brand: BrandDto;
  /** Stored answers of the project. */
  readonly stored: number;
  readonly children?: ReactNode;
}

/** A brand in the list: its names, its domains, how often it is named, and what can be done with it. */
export function BrandItem({ brand, stored, children }: Props) {
  const { name, aliases, domains, archivedAt, answers } = brand;
  return (
    <li className="flex flex-wrap items-start justify-between gap-x-6 gap-y-3 border-line px-4 py-4 not-first:border-t sm:px-6">
      <div className="min-w-0 flex-1 basis-72">
        <h3 className="wrap-anywhere font-semibold">{name}</h3>
        <p className="text-ink-soft text-sm tabular-nums">
          {stored === 0
            ? "No answers stored yet"
            : `Named in ${formatNumber(answers)} of ${formatNumber(stored)} stored answers`}
          {archivedAt && `, archived on ${formatDay(archivedAt)}`}
        </p>
        <dl className="mt-2 grid gap-x-4 gap-y-1.5 text-sm sm:grid-cols-[4.5rem_minmax(0,1fr)]">
          <Names label="Aliases" names={aliases} none="none" />
          <Names label="Domains" names={domains} none="none: citations of it can’t be counted" />
        </dl>
      </div>
      {children && <div className="flex flex-wrap gap-2">{children}</div>}
    </li>
  );
}

function Names({ label, names, none }: { label: string; names: readonly string[]; none: string }) {
  return (
    <>
      <dt className="pt-0.5 text-ink-faint">{label}</dt>
      <dd className="flex min-w-0 flex-wrap gap-1.5">
        {names.map((name) => (
          <span key={name} className="wrap-anywhere rounded bg-sunken px-2 py-0.5">
            {name}
          </span>
        ))}
        {names.length === 0 && <span className="text-ink-faint">{none}</span>}
      </dd>
    </>
  );
}
