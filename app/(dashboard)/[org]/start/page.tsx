import type { Metadata } from "next";
import { SetupWizard } from "@/components/start/setup-wizard";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Set up a project" };

/** A new project, from its site's address: what somebody began is there again. */
export default async function StartPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const setup = await (await api()).start.get({ org });
  if (setup.mayCreate) return <SetupWizard org={org} setup={setup} />;
  return (
    <EmptyState
      title="Your role can look at projects"
      action={
        <ButtonLink href={`/${org}`} look="quiet">
          To the projects
        </ButtonLink>
      }
    >
      To set one up, ask an admin of the organisation.
    </EmptyState>
  );
}
