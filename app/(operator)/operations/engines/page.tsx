import type { Metadata } from "next";
import { EngineActions } from "@/components/operations/engine-actions";
import { EngineStates } from "@/components/operations/engine-states";
import { RefreshWhileOpen } from "@/components/runs/refresh-while-open";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Engines" };

/** Every engine's breaker, switch and calls, over all orgs. */
export default async function OperatedEnginesPage() {
  const { engines, actions } = await (await api()).operations.engines.list();
  return (
    <>
      <PageHeader
        title="Engines"
        detail="Breakers, the kill switch, and what calls came to. Times are in UTC."
      />
      <div className="flex flex-col gap-6">
        <EngineStates engines={engines} />
        <EngineActions actions={actions} />
      </div>
      <RefreshWhileOpen open everyMs={15_000} />
    </>
  );
}
