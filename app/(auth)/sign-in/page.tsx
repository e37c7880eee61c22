import type { Metadata } from "next";
import Link from "next/link";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { Wordmark } from "@/components/ui/wordmark";
import { demoSignInOffered } from "@/server/auth";
import { signInToDemoAction } from "../actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };
export const dynamic = "force-dynamic";

interface Props {
  readonly searchParams: Promise<{ next?: string | string[] }>;
}

/** The door. Accounts come later: until then a server either offers its demo or says that it has no way in. */
export default async function SignInPage({ searchParams }: Props) {
  const { next } = await searchParams;
  const signIn = signInToDemoAction.bind(null, typeof next === "string" ? next : undefined);
  return (
    <main className="mx-auto flex min-h-svh max-w-md flex-col justify-center gap-6 px-5 py-16">
      <Link href="/" aria-label="CiteStreak, home" className="self-start rounded-md">
        <Wordmark />
      </Link>
      <h1 className="font-medium font-serif text-4xl leading-tight tracking-tight">Sign in</h1>
      {demoSignInOffered ? (
        <form action={signIn} className="flex flex-col items-start gap-5">
          <p className="text-ink-soft">
            This server runs the demo: one organisation with four weeks of answers about a made-up brand. No
            password; whatever you change is gone when the demo starts again.
          </p>
          <Button type="submit">Enter the demo</Button>
        </form>
      ) : (
        <Notice tone="caution" title="Nobody can sign in on this server yet">
          Accounts are being built. To look around, run the demo on your machine: <code>npm run demo</code>.
        </Notice>
      )}
    </main>
  );
}
