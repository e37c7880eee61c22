import type { ReactNode } from "react";
import { NotificationBell } from "@/components/activity/notification-bell";
import { UnderWay } from "@/components/activity/under-way";
import { PaletteButton } from "@/components/palette/palette-button";
import type { ActivityDto } from "@/server/activity/contract";
import type { BalanceDto } from "@/server/credits/contract";
import type { Role } from "@/server/kernel/context";
import type { WorkspaceDto } from "@/server/projects/contract";
import { CreditsMeter } from "./credits-meter";
import { ProjectNav } from "./project-nav";
import { ProjectSwitcher } from "./project-switcher";
import { ShellFrame } from "./shell-frame";
import { SignedInPerson } from "./signed-in-person";
import { ThemeToggle } from "./theme-toggle";

interface Props {
  readonly org: string;
  readonly person: { readonly name: string; readonly email: string };
  readonly orgs: readonly { readonly slug: string; readonly name: string; readonly role: Role }[];
  readonly workspaces: readonly WorkspaceDto[];
  /** Null for a client viewer, who sees none. */
  readonly credits: BalanceDto | null;
  /** Null for a client viewer, too. */
  readonly activity: ActivityDto | null;
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** The frame of the dashboard: the org's projects, the project's pages, its credits. */
export function Shell({ org, person, orgs, workspaces, credits, activity, signOut, children }: Props) {
  return (
    <ShellFrame
      home={{ href: `/${org}`, label: "CiteStreak, all projects" }}
      place={<ProjectSwitcher org={org} orgs={orgs} workspaces={workspaces} />}
      bell={activity && <NotificationBell org={org} initial={activity} />}
      search={<PaletteButton org={org} orgs={orgs} workspaces={workspaces} />}
      nav={<ProjectNav role={orgs.find(({ slug }) => slug === org)?.role} />}
      foot={
        <div className="flex flex-col gap-3">
          {activity && <UnderWay org={org} initial={activity} />}
          {credits && <CreditsMeter {...credits} />}
          <ThemeToggle />
          <SignedInPerson person={person} signOut={signOut} />
        </div>
      }
    >
      {children}
    </ShellFrame>
  );
}
