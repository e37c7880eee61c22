import Link from "next/link";
import { classNames } from "@/components/ui/class-names";
import { formatNumber } from "@/components/ui/format";
import type { LetterCount } from "@/server/operations/contract";
import { functionName } from "./function-words";
import { lettersPath } from "./operations-path";

/** How many letters each function has; a press shows that function's alone. The choice stands in the address. */
export function FunctionChips({
  counts,
  chosen,
}: {
  counts: readonly LetterCount[];
  chosen: string | undefined;
}) {
  const all = counts.reduce((sum, { letters }) => sum + letters, 0);
  return (
    <nav aria-label="Dead letters by function" className="mb-5">
      <ul className="flex flex-wrap gap-2">
        <Chip name="All" letters={all} href={lettersPath()} current={chosen === undefined} />
        {counts.map(({ functionId, letters }) => (
          <Chip
            key={functionId}
            name={functionName(functionId)}
            letters={letters}
            href={lettersPath({ functionId })}
            current={chosen === functionId}
          />
        ))}
      </ul>
    </nav>
  );
}

interface ChipProps {
  readonly name: string;
  readonly letters: number;
  readonly href: string;
  readonly current: boolean;
}

function Chip({ name, letters, href, current }: ChipProps) {
  return (
    <li className="min-w-0">
      <Link
        href={href}
        aria-current={current ? "page" : undefined}
        className={classNames(
          "inline-flex min-h-9 max-w-full items-center gap-2 rounded-full border px-3.5 py-1 text-sm max-sm:min-h-11",
          current
            ? "border-accent bg-accent-soft font-semibold text-accent"
            : "border-line bg-surface text-ink-soft hover:border-line-strong hover:text-ink",
        )}
      >
        <span className="min-w-0 truncate">{name}</span>
        <span className="tabular-nums">{formatNumber(letters)}</span>
      </Link>
    </li>
  );
}
