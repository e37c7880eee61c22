import type { ProjectAddress } from "@/components/shell/project-path";

/** Where a project's first run is set up and watched. */
export function startPath({ org, workspace, project }: ProjectAddress): string {
  return `/${[org, "start", workspace, project].map(encodeURIComponent).join("/")}`;
}
