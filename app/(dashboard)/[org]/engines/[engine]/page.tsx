import type { Metadata } from "next";
import { EngineHealth } from "@/components/engines/engine-health";
import { STANDINGS } from "@/components/engines/engine-words";
import { enginesPath } from "@/components/engines/engines-path";
import { KnownLimits } from "@/components/engines/known-limits";
import { MeasuredRequest } from "@/components/engines/measured-request";
import { ObservabilityTable } from "@/components/engines/observability-table";
import { StandingNotice } from "@/components/engines/standing-notice";
import { RefreshWhileOpen } from "@/components/runs/refresh-while-open";
import { surfaceLabel } from "@/components/shell/surface-label";
import { Badge } from "@/components/ui/badge";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Engine" };

interface Props {
  readonly params: Promise<{ org: string; engine: string }>;
}

/** One engine: what it shows, what is sent to it, what one should know of it, and its health by our own asks. */
export default async function EnginePage({ params }: Props) {
  const { org, engine: engineId } = await params;
  const engine = await (await api()).engines.get({ org, engineId });
  const { label, tone } = STANDINGS[engine.standing];
  return (
    <>
      <PageHeader
        title={engine.label}
        detail={
          <span className="flex flex-wrap items-center gap-2">
            {surfaceLabel(engine.surface)}
            <Badge tone={tone}>{label}</Badge>
            {engine.ownKey && engine.standing !== "sandbox" && <Badge>Your key</Badge>}
          </span>
        }
        actions={
          <ButtonLink href={enginesPath(org)} look="quiet" size="small">
            All engines
          </ButtonLink>
        }
      />
      <div className="flex flex-col gap-6">
        <StandingNotice org={org} engine={engine} />
        <EngineHealth engine={engine} />
        <ObservabilityTable engine={engine} />
        <MeasuredRequest engine={engine} />
        <KnownLimits limits={engine.knownLimits} />
      </div>
      <RefreshWhileOpen open everyMs={30_000} />
    </>
  );
}
