import { press, type Screen } from "./screen";

const MEMBERS = "/empty/settings/members";

/** Who may enter an org, and what was done in it. */
export const MEMBERS_AND_AUDIT: readonly Screen[] = [
  { name: "members", path: MEMBERS, heading: "Members" },
  {
    name: "members-role",
    path: MEMBERS,
    heading: "Members",
    act: async (page) => {
      await press(page, "Change role of Dana Client", "dialog");
      await page.getByLabel("Workspace").waitFor();
    },
  },
  { name: "audit", path: "/empty/settings/audit", heading: "Audit log" },
  { name: "invitation-gone", path: "/invite?token=made-up", heading: "Invitation", as: "visitor" },
];
