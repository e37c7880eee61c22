import type { Role } from "@/server/kernel/context";

const EVERYBODY = ["owner", "admin", "member", "viewer", "client_viewer"] as const;
const STAFF = ["owner", "admin", "member", "viewer"] as const;
const EDITORS = ["owner", "admin", "member"] as const;
const ADMINS = ["owner", "admin"] as const;

/** Which role may do what in an org: read by verbs, which refuse, and by screens, which hide. */
export const PERMISSIONS = {
  "project.read": EVERYBODY,
  "org.read": STAFF,
  "credits.read": STAFF,
  "members.read": STAFF,
  "project.create": EDITORS,
  "project.rename": EDITORS,
  "project.archive": ADMINS,
  "workspace.change": ADMINS,
  "org.rename": ADMINS,
  "org.export": ["owner"],
  "retention.change": ADMINS,
  "members.change": ADMINS,
  "owners.change": ["owner"],
  "audit.read": ADMINS,
  "engineKeys.change": ADMINS,
} as const satisfies Readonly<Record<string, readonly Role[]>>;

export type Action = keyof typeof PERMISSIONS;

/** Whether a role may do that. */
export function roleMay(role: Role, action: Action): boolean {
  return PERMISSIONS[action].some((each) => each === role);
}
