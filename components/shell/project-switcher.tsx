"use client";

import { ChevronsUpDown } from "lucide-react";
import { useParams } from "next/navigation";
import { Menu, MenuGroup, MenuLink } from "@/components/ui/menu";
import type { WorkspaceDto } from "@/server/projects/contract";
import { projectPath } from "./project-path";

interface Props {
  readonly org: string;
  readonly orgs: readonly { readonly slug: string; readonly name: string }[];
  readonly workspaces: readonly WorkspaceDto[];
}

/** Which project one is in, and the way to every other: by workspace, and to the person's other orgs. */
export function ProjectSwitcher({ org, orgs, workspaces }: Props) {
  const params = useParams<Record<string, string>>();
  const workspace = workspaces.find((each) => each.slug === params.workspace);
  const project = workspace?.projects.find((each) => each.slug === params.project);
  const here = orgs.find((each) => each.slug === org);
  return (
    <Menu
      trigger={
        <button
          type="button"
          className="flex w-full min-w-0 cursor-pointer items-center justify-between gap-2 rounded-lg border border-line bg-surface px-3 py-2 text-left hover:border-line-strong"
        >
          <span className="min-w-0">
            <span className="sr-only">Switch project. Now: </span>
            <span className="block truncate font-semibold text-sm">{project?.ownBrand ?? here?.name}</span>
            <span className="block truncate text-ink-faint text-xs">
              {project ? `${project.name} · ${workspace?.name}` : "All projects"}
            </span>
          </span>
          <ChevronsUpDown size={16} aria-hidden="true" className="shrink-0 text-ink-faint" />
        </button>
      }
    >
      {workspaces.map((each) => (
        <MenuGroup key={each.slug} label={each.name}>
          {each.projects.map(({ slug, name, ownBrand }) => (
            <MenuLink
              key={slug}
              href={projectPath({ org, workspace: each.slug, project: slug })}
              current={each.slug === params.workspace && slug === params.project}
            >
              <span className="block truncate">{ownBrand}</span>
              <span className="block truncate text-ink-faint text-xs">{name}</span>
            </MenuLink>
          ))}
          {each.projects.length === 0 && <p className="px-3 py-1.5 text-ink-faint text-sm">No project yet</p>}
        </MenuGroup>
      ))}
      <MenuGroup label="Organisations">
        {orgs.map(({ slug, name }) => (
          <MenuLink key={slug} href={`/${slug}`} current={slug === org && !params.project}>
            {name}
          </MenuLink>
        ))}
      </MenuGroup>
    </Menu>
  );
}
