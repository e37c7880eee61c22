"use client";

import { useParams, usePathname } from "next/navigation";
import type { ReactElement } from "react";
import { Menu, MenuGroup, MenuLink } from "@/components/ui/menu";
import type { Role } from "@/server/kernel/context";
import type { WorkspaceDto } from "@/server/projects/contract";
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
  const [engines, settings] = [`/${org}/engines`, `/${org}/settings`];
  const [keys, analysis] = [`${settings}/engine-keys`, `${settings}/analysis`];
  const [members, audit] = [`${settings}/members`, `${settings}/audit`];
  const ofOrg = pathname.startsWith(settings) || pathname.startsWith(engines);
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
          <MenuLink key={slug} href={`/${slug}`} current={slug === org && !params.project && !ofOrg}>
            {name}
          </MenuLink>
        ))}
      </MenuGroup>
      <MenuGroup label="This organisation">
        <MenuLink href={engines} current={pathname.startsWith(engines)}>
          Engines
        </MenuLink>
        <MenuLink href={members} current={pathname === members}>
          Members
        </MenuLink>
        <MenuLink href={analysis} current={pathname === analysis}>
          Analysis
        </MenuLink>
        {(role === "owner" || role === "admin") && (
          <MenuLink href={keys} current={pathname === keys}>
            Engine keys
          </MenuLink>
        )}
        {(role === "owner" || role === "admin") && (
          <MenuLink href={audit} current={pathname === audit}>
            Audit log
          </MenuLink>
        )}
      </MenuGroup>
    </Menu>
  );
}
