import { ORG_PAGES } from "@/components/shell/org-pages";
import { PROJECT_PAGES, projectPath } from "@/components/shell/project-path";
import type { Role } from "@/server/kernel/context";
import { type Action, roleMay } from "@/server/permissions/contract";
import type { WorkspaceDto } from "@/server/projects/contract";
import type { CommandGroup } from "./match-commands";

export interface Place {
  readonly org: string;
  /** Where one is; undefined outside of a project. */
  readonly project?: { readonly workspace: string; readonly project: string };
  readonly orgs: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  readonly workspaces: readonly WorkspaceDto[];
  /** Of the project that one is in. */
  readonly brands: readonly { readonly brandId: string; readonly name: string }[];
}

/** Everything that the palette offers at a place, for what was typed so far. */
export function commandGroups(place: Place, typed: string): CommandGroup[] {
  const { org, orgs, workspaces } = place;
  const mayOpen = pagesOf(orgs.find(({ slug }) => slug === org)?.role);
  return [
    ...groupsOfProject(place, mayOpen),
    {
      value: "Projects",
      items: workspaces.flatMap((workspace) =>
        workspace.projects.map((each) => ({
          value: `project ${workspace.slug} ${each.slug}`,
          label: each.ownBrand,
          detail: `${each.name} · ${workspace.name}`,
          act: { go: projectPath({ org, workspace: workspace.slug, project: each.slug }) },
        })),
      ),
    },
    {
      value: "Organisation",
      items: [
        { value: "all projects", label: "All projects", act: { go: `/${org}` } },
        ...ORG_PAGES.filter(mayOpen).map(({ path, label }) => ({
          value: path,
          label,
          act: { go: `/${org}/${path}` },
        })),
        ...orgs
          .filter(({ slug }) => slug !== org)
          .map(({ slug, name }) => ({
            value: `org ${slug}`,
            label: name,
            detail: "Another organisation",
            act: { go: `/${slug}` },
          })),
      ],
    },
    {
      value: "Colours",
      items: [
        { value: "light", label: "Light", act: { theme: "light" } },
        { value: "dark", label: "Dark", act: { theme: "dark" } },
        { value: "system", label: "As the system", act: { theme: "system" } },
      ],
    },
    ...searchesOfProject(place, typed),
  ];
}

/** Whether a role opens a page. */
function pagesOf(role: Role | undefined) {
  return ({ action }: { readonly action: Action }) => role !== undefined && roleMay(role, action);
}

/** Pages that no navigation leads to directly. */
const FURTHER_PAGES = [
  { part: "schedules", label: "Schedules", action: "org.read" },
  { part: "method", label: "False alarms", action: "project.read" },
] as const;

function groupsOfProject(
  { org, project, brands }: Place,
  mayOpen: ReturnType<typeof pagesOf>,
): CommandGroup[] {
  if (!project) return [];
  const path = (...parts: string[]) => projectPath({ org, ...project }, ...parts);
  return [
    {
      value: "This project",
      items: [
        ...[...PROJECT_PAGES, ...FURTHER_PAGES].filter(mayOpen).map(({ part, label }) => ({
          value: `page ${label}`,
          label,
          act: { go: part ? path(part) : path() },
        })),
      ],
    },
    {
      value: "Brands",
      items: brands.map(({ brandId, name }) => ({
        value: `brand ${brandId}`,
        label: name,
        act: { go: path("brands", brandId) },
      })),
    },
  ];
}

/** Last, since it matches whatever is typed. */
function searchesOfProject({ org, project }: Place, typed: string): CommandGroup[] {
  // As much as the search of answers takes.
  const text = typed.trim().slice(0, 200);
  if (!project || text === "") return [];
  return [
    {
      value: "Answers",
      items: [
        {
          value: "find in answers",
          label: `Find “${text}” in answers`,
          act: { go: `${projectPath({ org, ...project }, "answers")}?q=${encodeURIComponent(text)}` },
        },
      ],
    },
  ];
}
