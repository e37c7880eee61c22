import type { Metadata } from "next";
import { FalseAlarmsView } from "@/components/method/false-alarms-view";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "False alarms" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** How often the change test raises an alarm over nothing, and the matcher finds a brand that isn't there. */
export default async function MethodPage({ params }: Props) {
  const address = await params;
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const check = await call.reports.falseAlarms({ org: address.org, projectId });
  return (
    <>
      <PageHeader
        title="False alarms"
        detail="How often would CiteStreak report a change where there is none? Tried on your own answers."
      />
      <FalseAlarmsView check={check} address={address} />
    </>
  );
}
