import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";

/** What every public page stands between: the way to the others, and what holds for all of them. */
export default function MarketingLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <a
        href="#main"
        className="sr-only focus:not-sr-only focus:absolute focus:top-3 focus:left-3 focus:z-10 focus:rounded-md focus:bg-surface focus:px-4 focus:py-2"
      >
        Skip to the content
      </a>
      <header className="mx-auto flex max-w-6xl items-center justify-between gap-4 px-5 py-5 sm:px-8">
        <Link href="/" aria-label="CiteStreak, home">
          <Wordmark />
        </Link>
        <nav aria-label="Site" className="flex gap-5 text-ink-soft text-sm sm:gap-7">
          <Link href="/#how" className="hidden py-2 hover:text-ink sm:block">
            How it works
          </Link>
          <Link href="/methodology" className="py-2 hover:text-ink">
            Method
          </Link>
          <Link href="/#run" className="py-2 hover:text-ink max-sm:hidden">
            Run it
          </Link>
          <Link href="/sign-in" className="py-2 font-medium text-ink hover:text-accent">
            Sign in
          </Link>
        </nav>
      </header>
      <main id="main">{children}</main>
      <footer className="border-line border-t">
        <div className="mx-auto flex max-w-6xl flex-wrap items-center justify-between gap-4 px-5 py-8 text-ink-faint text-sm sm:px-8">
          <Wordmark />
          <p>
            Every figure of the product here is an example from the sandbox. Names of brands in it are made
            up.
          </p>
        </div>
      </footer>
    </>
  );
}
