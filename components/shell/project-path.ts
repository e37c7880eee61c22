/** Where a project lives. */
export interface ProjectAddress {
  readonly org: string;
  readonly workspace: string;
  readonly project: string;
}

/** The path of a project's page: `projectPath(address, "answers", answerId)`; without parts, its overview. */
export function projectPath(
  { org, workspace, project }: ProjectAddress,
  ...parts: readonly string[]
): string {
  return `/${[org, workspace, project, ...parts].map(encodeURIComponent).join("/")}`;
}

/** The project's pages, in the order of the navigation, and what one has to be allowed to do to find something there. */
export const PROJECT_PAGES = [
  { part: undefined, label: "Overview", action: "project.read" },
  { part: "answers", label: "Answers", action: "project.read" },
  { part: "sources", label: "Sources", action: "project.read" },
  { part: "said", label: "Statements", action: "project.read" },
  { part: "runs", label: "Runs", action: "org.read" },
  { part: "prompts", label: "Prompts", action: "org.read" },
  { part: "brands", label: "Brands", action: "project.read" },
  { part: "review", label: "Review", action: "org.read" },
  { part: "import", label: "Import", action: "org.read" },
] as const;
