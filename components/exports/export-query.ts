import type { ProjectAddress } from "@/components/shell/project-path";

/** What a screen is filtered by; what is left out narrows nothing. */
export type ScreenFilter = Readonly<Record<string, string | undefined>>;

/** The project and the screen's own filter, as the routes of files take them. */
export function exportQuery(address: ProjectAddress, filter: ScreenFilter): URLSearchParams {
  const chosen = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  return new URLSearchParams([...Object.entries(address), ...chosen]);
}
