import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

export default async function OverviewPage({ params }: Props) {
  const project = await (await api()).projects.find(await params);
  return <PageHeader title={project.brands[0]?.name} detail={project.name} />;
}
