/** Two orgs of one person: whatever one is shown must not be the other's. */
export const ORG_NAMES = ["Demo", "Second"] as const;
export const ORGS = ["demo", "second"] as const;
export type OrgSlug = (typeof ORGS)[number];

export const CREDITS = 1_000_000;

/** The address of the one project of an org. */
export function projectPath(org: OrgSlug): string {
  return `/${org}/main/standing-desks`;
}
