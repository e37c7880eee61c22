import Link from "next/link";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { WorkspaceDto } from "@/server/projects/contract";
import { projectPath } from "./project-path";

interface Props {
  readonly org: string;
  readonly workspaces: readonly WorkspaceDto[];
  /** Whether the reader may make one. */
  readonly mayCreate: boolean;
}

/** The org's projects as cards, under their workspaces. */
export function ProjectList({ org, workspaces, mayCreate }: Props) {
  if (workspaces.every(({ projects }) => projects.length === 0)) {
    return (
      <EmptyState
        title="No project yet"
        action={mayCreate && <ButtonLink href={`/${org}/start`}>Set up the first project</ButtonLink>}
      >
        <p>
          A project is a brand, its rivals, and the questions that its buyers ask. This organisation has none.
        </p>
      </EmptyState>
    );
  }
  return workspaces.map(({ slug, name, projects }) => (
    <section key={slug} aria-labelledby={`workspace-${slug}`} className="mb-10">
      <h2 id={`workspace-${slug}`} className="mb-3 font-semibold text-ink-soft">
        {name}
      </h2>
      <ul className="grid gap-3 sm:grid-cols-2 xl:grid-cols-3">
        {projects.map((project) => (
          <li key={project.slug}>
            <Link
              href={projectPath({ org, workspace: slug, project: project.slug })}
              className="block h-full rounded-xl border border-line bg-surface p-5 hover:border-line-strong"
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
