"use client";

import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { Badge } from "@/components/ui/badge";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { CACHES } from "@/server/caching/contract";
import type { ProjectId } from "@/server/kernel/id";
import type { PanelVersionDto } from "@/server/panels/contract";
import { RestoreButton } from "./restore-button";
import { VersionDifference } from "./version-difference";

export interface PanelPlace {
  readonly address: ProjectAddress;
  readonly projectId: ProjectId;
  /** Of the panel. */
  readonly name: string;
}

interface Props extends PanelPlace {
  /** Newest first. */
  readonly versions: readonly PanelVersionDto[];
  readonly canEdit: boolean;
}

/** Every version of a panel with what changed, and the way back to an older one. */
export function VersionHistory({ versions, canEdit, ...place }: Props) {
  const [open, setOpen] = useState(false);
  const newest = versions[0]?.version ?? 0;
  return (
    <Dialog
      open={open}
      onOpenChange={setOpen}
      trigger={
        <Button look="quiet" size="small">
          Version history
        </Button>
      }
      title="Version history"
      description="A version never changes once it is saved. Times are UTC."
    >
      <ol className="flex flex-col divide-y divide-line border-line border-y">
        {versions.map((version) => (
          <Version
            key={version.version}
            {...{ ...place, version, newest, canEdit }}
            onLeave={() => setOpen(false)}
          />
        ))}
      </ol>
    </Dialog>
  );
}

function Version({
  version: { version, savedAt, prompts, runs },
  newest,
  canEdit,
  onLeave,
  ...place
}: PanelPlace & { version: PanelVersionDto; newest: number; canEdit: boolean; onLeave: () => void }) {
  const [open, setOpen] = useState(false);
  const { address, name } = place;
  const isNewest = version === newest;
  return (
    <li className="py-3">
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <div className="min-w-0">
          <h3 className="flex items-center gap-2 font-semibold text-sm">
            Version {version}
            {isNewest && <Badge tone="good">Newest</Badge>}
          </h3>
          <p className="text-ink-faint text-sm tabular-nums">
            {formatMoment(savedAt)} · {formatNumber(prompts)} {prompts === 1 ? "prompt" : "prompts"} ·{" "}
            {runs === 0 ? "no run" : runs === 1 ? "1 run" : `${formatNumber(runs)} runs`}
          </p>
        </div>
        <div className="flex flex-wrap gap-2">
          <Button look="plain" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
            What changed
          </Button>
          {!isNewest && (
            <ButtonLink
              look="plain"
              size="small"
              onClick={onLeave}
              href={`${projectPath(address, "prompts")}?${new URLSearchParams({ panel: name, version: String(version) })}`}
            >
              View
            </ButtonLink>
          )}
          {!isNewest && canEdit && (
            <RestoreButton {...place} version={version} newest={newest} onDone={onLeave} />
          )}
        </div>
      </div>
      {open && <Difference {...place} version={version} />}
    </li>
  );
}

function Difference({ address, projectId, name, version }: PanelPlace & { version: number }) {
  const { data, error } = useQuery(
    useApi().panels.compare.queryOptions(
      { org: address.org, projectId, name, version },
      { staleTime: CACHES.frozen.forMs },
    ),
  );
  if (error) return <ApiErrorNotice error={error} />;
  return (
    <div className="mt-3" aria-live="polite">
      {data ? <VersionDifference {...data} /> : <p className="text-ink-faint text-sm">Comparing…</p>}
    </div>
  );
}
