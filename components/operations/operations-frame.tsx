import type { ReactNode } from "react";
import { ShellFrame } from "@/components/shell/shell-frame";
import { SignedInPerson } from "@/components/shell/signed-in-person";
import { ThemeToggle } from "@/components/shell/theme-toggle";
import { ButtonLink } from "@/components/ui/button";
import { OperationsNav } from "./operations-nav";

interface Props {
  readonly person: { readonly name: string; readonly email: string };
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** The frame of what operators see: the dashboard's, with another place and other pages. */
export function OperationsFrame({ person, signOut, children }: Props) {
  return (
    <ShellFrame
      home={{ href: "/enter", label: "CiteStreak, your projects" }}
      place={
        <p className="rounded-lg border border-line bg-surface px-3 py-2">
          <span className="block truncate font-semibold text-sm">Operations</span>
          <span className="block truncate text-ink-faint text-xs">The platform, across all orgs</span>
        </p>
      }
      nav={<OperationsNav />}
      foot={
        <div className="flex flex-col gap-3">
          <ButtonLink href="/enter" look="quiet" size="small">
            Your projects
          </ButtonLink>
          <ThemeToggle />
          <SignedInPerson person={person} signOut={signOut} />
        </div>
      }
    >
      {children}
    </ShellFrame>
  );
}
