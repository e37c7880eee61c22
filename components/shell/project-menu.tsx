"use client";

import { useParams, usePathname } from "next/navigation";
import type { ReactElement } from "react";
import { Menu, MenuGroup, MenuLink } from "@/components/ui/menu";
import type { Role } from "@/server/kernel/context";
import { roleMay } from "@/server/permissions/contract";
import type { WorkspaceDto } from "@/server/projects/contract";
import { ORG_PAGES, type OrgPage } from "./org-pages";
import { projectPath } from "./project-path";

interface Props {
  readonly org: string;
  readonly orgs: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  readonly workspaces: readonly WorkspaceDto[];
  readonly trigger: ReactElement;
}

/** What the project switcher opens; open as soon as it is there. */
export function ProjectMenu({ org, orgs, workspaces, trigger }: Props) {
  const params = useParams<Record<string, string>>();
  const pathname = usePathname();
  const role = orgs.find(({ slug }) => slug === org)?.role;
  const orgPages = ORG_PAGES.filter(({ action }) => role && roleMay(role, action));
  const isAt = ({ path }: OrgPage) => pathname.startsWith(`/${org}/${path}`);
  return (
    <Menu trigger={trigger} defaultOpen>
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
          <MenuLink
            key={slug}
            href={`/${slug}`}
            current={slug === org && !params.project && !orgPages.some(isAt)}
          >
            {name}
          </MenuLink>
        ))}
      </MenuGroup>
      {orgPages.length > 0 && (
        <MenuGroup label="This organisation">
          {orgPages.map((each) => (
            <MenuLink key={each.path} href={`/${org}/${each.path}`} current={isAt(each)}>
              {each.label}
            </MenuLink>
          ))}
        </MenuGroup>
      )}
    </Menu>
  );
}
