import type { Metadata } from "next";
import { ProjectList } from "@/components/shell/project-list";
import { ContinueSetup } from "@/components/start/continue-setup";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { NewWorkspace } from "@/components/workspaces/new-workspace";
import { type Action, roleMay } from "@/server/permissions/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Projects" };

/** Every project of the org, by workspace. */
export default async function OrgPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const call = await api();
  const [workspaces, me] = await Promise.all([call.projects.list({ org }), call.me.get()]);
  const role = me.orgs.find(({ slug }) => slug === org)?.role;
  const may = (action: Action) => role !== undefined && roleMay(role, action);
  const setup = may("project.create") ? await call.start.get({ org }) : null;
  const any = workspaces.some(({ projects }) => projects.length > 0);
  return (
    <>
      <PageHeader
        title="Projects"
        detail="Each project tracks one brand against its rivals."
        actions={
          <>
            {may("workspace.change") && <NewWorkspace org={org} />}
            {may("project.create") && any && (
              <ButtonLink href={`/${org}/start`} look="quiet" size="small">
                New project
              </ButtonLink>
            )}
          </>
        }
      />
      {setup && <ContinueSetup org={org} setup={setup} />}
      <ProjectList org={org} workspaces={workspaces} may={may} />
    </>
  );
}
