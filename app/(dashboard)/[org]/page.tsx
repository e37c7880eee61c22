import type { Metadata } from "next";
import { ProjectList } from "@/components/shell/project-list";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Projects" };

/** Every project of the org, by workspace. */
export default async function OrgPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const workspaces = await (await api()).projects.list({ org });
  return (
    <>
      <PageHeader title="Projects" detail="Each project tracks one brand against its rivals." />
      <ProjectList org={org} workspaces={workspaces} />
    </>
  );
}
