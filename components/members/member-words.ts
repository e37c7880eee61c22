import type { Role } from "@/server/kernel/context";

/** What each role is called, and what it may do; in the order in which they are offered. */
export const ROLE_WORDS: Readonly<Record<Role, { readonly label: string; readonly about: string }>> = {
  viewer: { label: "Viewer", about: "Reads everything, changes nothing." },
  member: { label: "Member", about: "Works on projects: prompts, brands, runs, review." },
  admin: { label: "Admin", about: "Also decides about members, engine keys and settings." },
  owner: { label: "Owner", about: "All of that, and decides who else is an owner." },
  client_viewer: { label: "Client viewer", about: "A client of yours: reads the projects of one workspace." },
};

/** "an admin", "a client viewer of Acme". */
export function invitedAs(role: Role, workspace: string | null): string {
  const label = ROLE_WORDS[role].label.toLowerCase();
  const word = /^[aeiou]/.test(label) ? `an ${label}` : `a ${label}`;
  return workspace === null ? word : `${word} of ${workspace}`;
}
