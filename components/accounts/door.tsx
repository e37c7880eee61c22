import Link from "next/link";
import type { ReactNode } from "react";
import { Wordmark } from "@/components/ui/wordmark";

/** The frame of the pages before one is inside: the wordmark, a heading, and what there is to do. */
export function Door({ title, children }: { title: string; children: ReactNode }) {
  return (
    <main className="mx-auto flex min-h-svh max-w-md flex-col justify-center gap-6 px-5 py-16">
      <Link href="/" aria-label="CiteStreak, home" className="self-start rounded-md">
        <Wordmark />
      </Link>
      <h1 className="font-medium font-serif text-4xl leading-tight tracking-tight">{title}</h1>
      {children}
    </main>
  );
}
