import type { Metadata } from "next";
import { Door } from "@/components/accounts/door";
import { OneFieldForm } from "@/components/accounts/one-field-form";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { demoSignInOffered, linkSignInOffered } from "@/server/auth";
import { mailLinkAction, signInToDemoAction } from "../actions";

export const metadata: Metadata = { title: "Sign in", robots: { index: false } };
export const dynamic = "force-dynamic";

interface Props {
  readonly searchParams: Promise<{ next?: string | string[]; problem?: string | string[] }>;
}

/** The door: by a mailed link, which makes an account of a new address, and into the demo where there is one. */
export default async function SignInPage({ searchParams }: Props) {
  const { next, problem } = await searchParams;
  const wanted = typeof next === "string" ? next : undefined;
  return (
    <Door title="Sign in">
      {problem === "link" && (
        <Notice tone="bad" title="This link doesn’t work any more">
          It was used, or is older than 20 minutes. Ask for another.
        </Notice>
      )}
      {linkSignInOffered && (
        <OneFieldForm
          action={mailLinkAction.bind(null, wanted)}
          field={{
            name: "email",
            type: "email",
            autoComplete: "email",
            maxLength: 254,
            label: "E-mail address",
            hint: "We mail you a link that signs you in. New here? The same link makes your account.",
          }}
          submit="E-mail me a link"
        />
      )}
      {demoSignInOffered && (
        <form
          action={signInToDemoAction.bind(null, wanted)}
          className="flex flex-col items-start gap-4 border-line border-t pt-6"
        >
          <p className="text-ink-soft">
            This server runs the demo: one organisation with four weeks of answers about a made-up brand. No
            password; whatever you change is gone when the demo starts again.
          </p>
          <Button type="submit">Enter the demo</Button>
        </form>
      )}
      {!linkSignInOffered && !demoSignInOffered && (
        <Notice tone="caution" title="Nobody can sign in on this server yet">
          It can’t send mail: whoever runs it has to set SMTP_URL. To look around, run the demo on your
          machine: <code>npm run demo</code>.
        </Notice>
      )}
    </Door>
  );
}
