import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { RenameButton } from "@/components/workspaces/rename-button";
import type { Action } from "@/server/permissions/contract";
import type { WorkspaceDto } from "@/server/projects/contract";
import { projectPath } from "./project-path";

interface Props {
  readonly org: string;
  readonly workspaces: readonly WorkspaceDto[];
  /** What the reader's role lets them do. */
  readonly may: (action: Action) => boolean;
}

/** The org's projects as cards, under their workspaces. */
export function ProjectList({ org, workspaces, may }: Props) {
  if (workspaces.every(({ projects }) => projects.length === 0)) {
    return (
      <EmptyState
        title="No project yet"
        action={
          may("project.create") && <ButtonLink href={`/${org}/start`}>Set up the first project</ButtonLink>
        }
      >
        <p>
          A project is a brand, its rivals, and the questions that its buyers ask. This organisation has none.
        </p>
      </EmptyState>
    );
  }
  return workspaces.map(({ slug, name, projects }) => (
    <section key={slug} aria-labelledby={`workspace-${slug}`} className="mb-10">
      <div className="mb-3 flex min-h-9 items-center gap-1">
        <h2 id={`workspace-${slug}`} className="font-semibold text-ink-soft">
          {name}
        </h2>
        {may("workspace.change") && <RenameButton org={org} workspace={slug} name={name} />}
      </div>
      {projects.length === 0 && <p className="text-ink-faint text-sm">No project in it yet.</p>}
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {projects.map((project) => (
          <li key={project.slug} className="relative">
            {may("project.rename") && (
              <div className="absolute top-2 right-2">
                <RenameButton org={org} workspace={slug} project={project.slug} name={project.name} />
              </div>
            )}
            <Link
              href={projectPath({ org, workspace: slug, project: project.slug })}
              className="block h-full rounded-xl border border-line bg-surface p-5 pr-14 hover:border-line-strong"
            >
              <span className="block wrap-anywhere font-medium font-serif text-xl">{project.ownBrand}</span>
              <span className="mt-1 block wrap-anywhere text-ink-faint text-sm">{project.name}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  ));
}
