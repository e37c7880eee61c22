"use client";

import { ChevronsUpDown } from "lucide-react";
import { useParams } from "next/navigation";
import { type ComponentProps, lazy, Suspense, useState } from "react";
import type { Role } from "@/server/kernel/context";
import type { WorkspaceDto } from "@/server/projects/contract";

interface Props {
  readonly org: string;
  readonly orgs: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  readonly workspaces: readonly WorkspaceDto[];
}

// The menu is the heaviest part of the frame, and most pages are left without it: fetched when somebody is about to open it.
const fetchMenu = () => import("./project-menu").then(({ ProjectMenu }) => ({ default: ProjectMenu }));
const ProjectMenu = lazy(fetchMenu);

/** Which project one is in, and the way to every other: by workspace, and to the person's other orgs. */
export function ProjectSwitcher({ org, orgs, workspaces }: Props) {
  const params = useParams<Record<string, string>>();
  const [opened, setOpened] = useState(false);
  const workspace = workspaces.find((each) => each.slug === params.workspace);
  const project = workspace?.projects.find((each) => each.slug === params.project);
  const button = {
    name: project?.ownBrand ?? orgs.find((each) => each.slug === org)?.name,
    place: project ? `${project.name} · ${workspace?.name}` : "All projects",
  };
  const closed = (
    <SwitcherButton
      {...button}
      aria-haspopup="menu"
      aria-expanded={false}
      onPointerEnter={() => void fetchMenu()}
      onFocus={() => void fetchMenu()}
      onClick={() => setOpened(true)}
      onKeyDown={(event) => {
        if (event.key !== "ArrowDown") return;
        event.preventDefault();
        setOpened(true);
      }}
    />
  );
  if (!opened) return closed;
  return (
    <Suspense fallback={closed}>
      <ProjectMenu {...{ org, orgs, workspaces }} trigger={<SwitcherButton {...button} />} />
    </Suspense>
  );
}

interface ButtonProps extends ComponentProps<"button"> {
  readonly name: string | undefined;
  readonly place: string;
}

function SwitcherButton({ name, place, ...button }: ButtonProps) {
  return (
    <button
      {...button}
      type="button"
      className="flex w-full min-w-0 cursor-pointer items-center justify-between gap-2 rounded-lg border border-line bg-surface px-3 py-2 text-left hover:border-line-strong"
    >
      <span className="min-w-0">
        <span className="sr-only">Switch project. Now: </span>
        <span className="block truncate font-semibold text-sm">{name}</span>
        <span className="block truncate text-ink-faint text-xs">{place}</span>
      </span>
      <ChevronsUpDown size={16} aria-hidden="true" className="shrink-0 text-ink-faint" />
    </button>
  );
}
