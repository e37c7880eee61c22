import type { Action } from "@/server/permissions/contract";

/** A page of an org, below its address, and what one has to be allowed to do to find something there. */
export interface OrgPage {
  readonly path: string;
  readonly label: string;
  readonly action: Action;
}

/** In the order of the menu. */
export const ORG_PAGES: readonly OrgPage[] = [
  { path: "engines", label: "Engines", action: "org.read" },
  { path: "settings/members", label: "Members", action: "members.read" },
  { path: "settings/analysis", label: "Analysis", action: "org.read" },
  { path: "settings/engine-keys", label: "Engine keys", action: "engineKeys.change" },
  { path: "settings/data", label: "Data", action: "org.read" },
  { path: "settings/audit", label: "Audit log", action: "audit.read" },
];
