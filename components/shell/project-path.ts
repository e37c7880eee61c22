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

/** The project's pages, in the order of the navigation. */
export const PROJECT_PAGES = [
  { part: undefined, label: "Overview" },
  { part: "answers", label: "Answers" },
  { part: "sources", label: "Sources" },
  { part: "said", label: "Statements" },
  { part: "runs", label: "Runs" },
  { part: "prompts", label: "Prompts" },
  { part: "brands", label: "Brands" },
  { part: "review", label: "Review" },
  { part: "import", label: "Import" },
] as const;
