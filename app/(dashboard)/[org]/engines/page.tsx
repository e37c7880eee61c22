import type { Metadata } from "next";
import { EngineList } from "@/components/engines/engine-list";
import { RefreshWhileOpen } from "@/components/runs/refresh-while-open";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Engines" };

/** Every engine that can be asked: its status by our own asks, its price, and what of its answers can be seen. */
export default async function EnginesPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const { engines } = await (await api()).engines.list({ org });
  return (
    <>
      <PageHeader
        title="Engines"
        detail="What each engine shows of its answers, what an answer costs, and how it stands by our own asks."
      />
      <EngineList org={org} engines={engines} />
      <RefreshWhileOpen open everyMs={30_000} />
    </>
  );
}
