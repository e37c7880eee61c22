import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { classNames } from "@/components/ui/class-names";
import { NewPanel } from "./new-panel";

interface Props {
  readonly address: ProjectAddress;
  readonly names: readonly string[];
  /** The panel that is shown; one that isn't saved yet stands at the end. */
  readonly current: string;
  readonly canEdit: boolean;
}

/** The project's panels, and the way to another one. */
export function PanelTabs({ address, names, current, canEdit }: Props) {
  const all = names.includes(current) ? names : [...names, current];
  const tab = "inline-flex min-h-10 items-center rounded-md px-3 py-1.5 text-sm max-sm:min-h-11";
  return (
    <nav aria-label="Panels" className="mb-5 flex flex-wrap items-center gap-1.5">
      {all.map((name) => (
        <Link
          key={name}
          href={`${projectPath(address, "prompts")}?${new URLSearchParams({ panel: name })}`}
          aria-current={name === current ? "page" : undefined}
          className={classNames(
            tab,
            "wrap-anywhere",
            name === current
              ? "bg-accent-soft font-semibold text-accent"
              : "text-ink-soft hover:bg-sunken hover:text-ink",
          )}
        >
          {name}
        </Link>
      ))}
      {canEdit && <NewPanel address={address} names={all} />}
    </nav>
  );
}
