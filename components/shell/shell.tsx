import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";
import type { BalanceDto } from "@/server/credits/contract";
import type { WorkspaceDto } from "@/server/projects/contract";
import { CreditsMeter } from "./credits-meter";
import { PhoneMenu } from "./phone-menu";
import { ProjectNav } from "./project-nav";
import { ProjectSwitcher } from "./project-switcher";
import { ThemeToggle } from "./theme-toggle";

interface Props {
  readonly org: string;
  readonly person: { readonly name: string; readonly email: string };
  readonly orgs: readonly { readonly slug: string; readonly name: string }[];
  readonly workspaces: readonly WorkspaceDto[];
  readonly credits: BalanceDto;
  readonly signOut: () => Promise<void>;
  readonly children: ReactNode;
}

/** The frame of the dashboard: navigation at the side, on a phone behind a button at the top. */
export function Shell({ org, person, orgs, workspaces, credits, signOut, children }: Props) {
  const switcher = <ProjectSwitcher org={org} orgs={orgs} workspaces={workspaces} />;
  const foot = (
    <div className="flex flex-col gap-3">
      <CreditsMeter {...credits} />
      <ThemeToggle />
      <form action={signOut} className="flex items-center justify-between gap-2 text-sm">
        <span className="min-w-0">
          <span className="block truncate font-medium">{person.name}</span>
          <span className="block truncate text-ink-faint text-xs">{person.email}</span>
        </span>
        <button
          type="submit"
          className="min-h-9 shrink-0 cursor-pointer rounded-md px-2 text-ink-soft hover:bg-paper hover:text-ink max-lg:min-h-11"
        >
          Sign out
        </button>
      </form>
    </div>
  );
  return (
    <div className="min-h-svh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <aside className="sticky top-0 hidden h-svh flex-col gap-5 overflow-y-auto border-line border-r bg-sunken p-4 lg:flex">
        <Link
          href={`/${org}`}
          aria-label="CiteStreak, all projects"
          className="self-start rounded-md px-1 py-1.5"
        >
          <Wordmark />
        </Link>
        {switcher}
        <ProjectNav />
        <div className="mt-auto">{foot}</div>
      </aside>
      <header className="sticky top-0 z-30 flex items-center gap-3 border-line border-b bg-paper px-4 py-2.5 lg:hidden">
        <div className="min-w-0 flex-1">{switcher}</div>
        <PhoneMenu>
          <ProjectNav />
          <div className="mt-6">{foot}</div>
        </PhoneMenu>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className="mx-auto w-full min-w-0 max-w-6xl px-4 py-6 outline-none sm:px-8 sm:py-9"
      >
        {children}
      </main>
    </div>
  );
}
