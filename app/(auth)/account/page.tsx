import type { Metadata } from "next";
import Link from "next/link";
import { Door } from "@/components/accounts/door";
import { OneFieldForm } from "@/components/accounts/one-field-form";
import { Button } from "@/components/ui/button";
import { myAccount } from "@/server/auth";
import { renameMyselfAction, signOutEverywhereAction } from "../actions";

export const metadata: Metadata = { title: "Your account", robots: { index: false } };
export const dynamic = "force-dynamic";

/** What is one's own, in no org: the name, the orgs that one may enter, and the way out on every device. */
export default async function AccountPage() {
  const { user, orgs } = await myAccount();
  return (
    <Door title="Your account">
      <p className="wrap-anywhere text-ink-soft">
        You sign in with {user.email}, by a link that is mailed to it.
      </p>
      <OneFieldForm
        action={renameMyselfAction}
        value={user.name}
        field={{
          name: "name",
          type: "text",
          autoComplete: "name",
          maxLength: 100,
          label: "Your name",
          hint: "As the members of your organisations see it.",
        }}
        submit="Save"
      />
      <section aria-labelledby="orgs" className="border-line border-t pt-6">
        <h2 id="orgs" className="font-semibold">
          Your organisations
        </h2>
        <ul className="mt-2 flex flex-col">
          {orgs.map(({ slug, name }) => (
            <li key={slug}>
              <Link href={`/${slug}`} className="wrap-anywhere block py-2 text-accent underline">
                {name}
              </Link>
            </li>
          ))}
          {orgs.length === 0 && <li className="py-2 text-ink-soft">None yet.</li>}
        </ul>
        <p className="mt-1 text-ink-faint text-sm">You leave one on its page of members.</p>
      </section>
      <section aria-labelledby="devices" className="border-line border-t pt-6">
        <h2 id="devices" className="font-semibold">
          Every device
        </h2>
        <p className="mt-1 mb-3 text-ink-soft text-sm">
          Ends your sessions everywhere, here too: for a device that was lost, or a link that somebody else
          saw.
        </p>
        <form action={signOutEverywhereAction}>
          <Button type="submit" look="quiet" size="small">
            Sign out everywhere
          </Button>
        </form>
      </section>
    </Door>
  );
}
