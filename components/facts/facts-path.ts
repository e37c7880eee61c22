import { type ProjectAddress, projectPath } from "@/components/shell/project-path";

/** Where a brand's facts sheet is. */
export function factsPath(address: ProjectAddress, brandId: string): string {
  return projectPath(address, "brands", brandId, "facts");
}
