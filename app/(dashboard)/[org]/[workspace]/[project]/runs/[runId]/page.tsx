import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RunLive } from "@/components/runs/run-live";
import { RunPageInput } from "@/server/runs/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Run" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string; runId: string }>;
}

/** One run: live while it goes on, the account of it afterwards. */
export default async function RunPage({ params }: Props) {
  const { runId, ...address } = await params;
  const id = RunPageInput.shape.runId.safeParse(runId).data;
  if (id === undefined) notFound();
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const initial = await call.runs.page({ org: address.org, projectId, runId: id });
  return <RunLive key={id} address={address} projectId={projectId} initial={initial} />;
}
