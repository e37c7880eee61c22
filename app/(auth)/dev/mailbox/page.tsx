import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { mailbox } from "@/server/auth";

export const metadata: Metadata = { title: "Mailbox", robots: { index: false } };
export const dynamic = "force-dynamic";

/** The mailbox of development. Where mail is sent, or none can be, there is no page here. */
export default async function MailboxPage() {
  const mails = await mailbox();
  if (mails === null) notFound();
  return (
    <main className="mx-auto flex max-w-2xl flex-col gap-6 px-5 py-12">
      <h1 className="font-medium font-serif text-4xl leading-tight tracking-tight">Mailbox</h1>
      <p className="text-ink-soft">
        Mail that this server did not send, newest first. Everybody can read it.
      </p>
      {mails.length === 0 && <p>No mail yet.</p>}
      {mails.map(({ id, to, subject, text }) => (
        <article key={id} className="flex flex-col gap-2 rounded-lg border border-line bg-surface p-4">
          <h2 className="wrap-anywhere font-semibold">{subject}</h2>
          <p className="wrap-anywhere text-ink-soft text-sm">To {to}</p>
          <div className="wrap-anywhere whitespace-pre-wrap text-sm">
            {text.split("\n").map((line, index) =>
              /^(\/|https?:\/\/)\S+$/.test(line) ? (
                // biome-ignore lint/suspicious/noArrayIndexKey: lines of a text never move
                <a key={index} href={line} className="block underline">
                  {line}
                </a>
              ) : (
                `${line}\n`
              ),
            )}
          </div>
        </article>
      ))}
    </main>
  );
}
