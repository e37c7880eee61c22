import type { Metadata } from "next";
import { Door } from "@/components/accounts/door";
import { OneFieldForm } from "@/components/accounts/one-field-form";
import { Button } from "@/components/ui/button";
import { createFirstOrgAction, signOutEverywhereAction } from "../actions";

export const metadata: Metadata = { title: "Create your organisation", robots: { index: false } };

/** For somebody who belongs to no org yet. The action asks who it is; the page tells nothing. */
export default function WelcomePage() {
  return (
    <Door title="Create your organisation">
      <OneFieldForm
        action={createFirstOrgAction}
        field={{
          name: "name",
          type: "text",
          autoComplete: "organization",
          maxLength: 100,
          label: "Its name",
          hint: "Your company or team. It becomes a part of your address. Were you invited? Open the link in that mail instead.",
        }}
        submit="Create organisation"
      />
      <form action={signOutEverywhereAction}>
        <Button type="submit" look="plain" size="small">
          Sign out everywhere
        </Button>
      </form>
    </Door>
  );
}
