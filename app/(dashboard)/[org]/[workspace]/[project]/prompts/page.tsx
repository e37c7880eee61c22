import type { Metadata } from "next";
import { ExportLink } from "@/components/exports/export-link";
import { PanelEditor } from "@/components/prompts/panel-editor";
import { PanelTabs } from "@/components/prompts/panel-tabs";
import { PromptTable } from "@/components/prompts/prompt-table";
import { RestoreButton } from "@/components/prompts/restore-button";
import { VersionHistory } from "@/components/prompts/version-history";
import { PlanDialog } from "@/components/runs/plan-dialog";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { formatMoment } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { PanelDto } from "@/server/panels/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Prompts" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
  readonly searchParams: Promise<{ panel?: string | string[]; version?: string | string[] }>;
}

/** The panels of a project: the newest version of one to edit, or an older one to read. */
export default async function PromptsPage({ params, searchParams }: Props) {
  const [address, search] = await Promise.all([params, searchParams]);
  const call = await api();
  const { org } = address;
  const [{ projectId, brands }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const panels = await call.panels.list({ org, projectId });
  const name = [search.panel].flat()[0] ?? panels[0]?.name ?? "Main";
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  const newest = panels.find((panel) => panel.name === name);
  const wanted = Number([search.version].flat()[0]);
  const isOld = newest !== undefined && wanted >= 1 && wanted < newest.version;
  const panel =
    newest && (await call.panels.get({ org, projectId, name, ...(isOld && { version: wanted }) }));
  const place = { address, projectId, name };
  return (
    <>
      <PageHeader
        title="Prompts"
        detail="What engines are asked. A version never changes once it is saved; every save makes the next one."
        actions={
          panel && (
            <>
              <ExportLink
                address={address}
                table="prompts"
                filter={{ panel: name, version: String(panel.version) }}
              />
              <PlanDialog
                {...{ org, projectId }}
                panelVersionId={panel.panelVersionId}
                prompts={panel.prompts.filter(({ intent }) => intent !== "branded").length}
              />
              <VersionHistory {...place} versions={panel.versions} canEdit={canEdit} />
              {canEdit && (
                <ButtonLink href={projectPath(address, "runs")} look="quiet" size="small">
                  Start a run
                </ButtonLink>
              )}
            </>
          )
        }
      />
      {(panels.length > 1 || canEdit) && (
        <PanelTabs
          address={address}
          names={panels.map((each) => each.name)}
          current={name}
          canEdit={canEdit}
        />
      )}
      {panel && isOld && (
        <OldVersion panel={panel} newest={newest.version}>
          {canEdit && <RestoreButton {...place} version={panel.version} newest={newest.version} />}
          <ButtonLink
            look="quiet"
            size="small"
            href={`${projectPath(address, "prompts")}?${new URLSearchParams({ panel: name })}`}
          >
            Back to version {newest.version}
          </ButtonLink>
        </OldVersion>
      )}
      {!isOld && canEdit && (
        <PanelEditor
          key={name}
          {...place}
          version={panel?.version ?? 0}
          runs={newest?.runsOfVersion ?? 0}
          ownBrand={brands.find(({ own }) => own)?.name ?? ""}
          prompts={(panel?.prompts ?? []).map(({ promptId: _, ...prompt }) => prompt)}
        />
      )}
      {!canEdit && !isOld && panel && (
        <PromptTable caption={`Prompts of version ${panel.version}`} prompts={panel.prompts} />
      )}
      {!canEdit && !panel && <Notice title="No prompts yet">Somebody who may edit has to add them.</Notice>}
    </>
  );
}

function OldVersion({
  panel,
  newest,
  children,
}: {
  panel: PanelDto;
  newest: number;
  children: React.ReactNode;
}) {
  const savedAt = panel.versions.find(({ version }) => version === panel.version)?.savedAt ?? "";
  return (
    <div className="flex flex-col gap-4">
      <Notice
        title={`Version ${panel.version} of ${newest}, to read`}
        action={<div className="flex flex-wrap gap-2.5">{children}</div>}
      >
        Saved {formatMoment(savedAt)} UTC.
      </Notice>
      <PromptTable caption={`Prompts of version ${panel.version}`} prompts={panel.prompts} />
    </div>
  );
}
