import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";
import { PhoneMenu } from "./phone-menu";

interface Props {
  /** Where the wordmark leads, and what it is called for those who don't see it. */
  readonly home: { readonly href: string; readonly label: string };
  /** Where one is: below the wordmark, and on a phone at the top. */
  readonly place: ReactNode;
  /** Beside the wordmark, on a phone beside the menu's button. */
  readonly bell?: ReactNode;
  /** Above the navigation. */
  readonly search?: ReactNode;
  readonly nav: ReactNode;
  readonly foot: ReactNode;
  readonly children: ReactNode;
}

/** The frame of every signed-in page: navigation at the side, on a phone behind a button at the top. */
export function ShellFrame({ home, place, bell, search, nav, foot, children }: Props) {
  return (
    <div className="min-h-svh lg:grid lg:grid-cols-[15.5rem_minmax(0,1fr)]">
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:fixed focus:top-3 focus:left-3 focus:z-60 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <aside className="sticky top-0 hidden h-svh flex-col gap-5 overflow-y-auto border-line border-r bg-sunken p-4 lg:flex">
        <div className="flex items-center justify-between">
          <Link href={home.href} aria-label={home.label} className="rounded-md px-1 py-1.5">
            <Wordmark />
          </Link>
          {bell}
        </div>
        <div className="flex flex-col gap-2">
          {place}
          {search}
        </div>
        {nav}
        <div className="mt-auto">{foot}</div>
      </aside>
      <header className="sticky top-0 z-30 flex items-center gap-3 border-line border-b bg-paper px-4 py-2.5 lg:hidden">
        <div className="min-w-0 flex-1">{place}</div>
        {bell}
        <PhoneMenu>
          {nav}
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
