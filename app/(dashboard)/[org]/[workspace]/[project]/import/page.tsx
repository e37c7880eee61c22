import { ExportSection } from "@/components/exports/export-section";
import { ImportForm } from "@/components/import/import-form";
import { TemplateSection } from "@/components/import/template-section";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { IMPORT_SCREEN_MAX_BYTES } from "@/server/imports/contract";
import { api } from "@/server/trpc/caller";

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

export default async function ImportPage({ params }: Props) {
  const address = await params;
  const call = await api();
  const [project, guide, tables, me] = await Promise.all([
    call.projects.find(address),
    call.imports.guide({ org: address.org }),
    call.exports.tables({ org: address.org }),
    call.me.get(),
  ]);
  const mayImport = me.orgs.some(({ slug, role }) => slug === address.org && role !== "viewer");
  return (
    <>
      <PageHeader
        title="Import and export"
        detail="Bring in answers that you captured yourself, and take every table of this project with you."
      />
      <div className="flex flex-col gap-6">
        {mayImport ? (
          <>
            <ImportForm address={address} projectId={project.projectId} maxBytes={IMPORT_SCREEN_MAX_BYTES} />
            <TemplateSection guide={guide} />
          </>
        ) : (
          <Notice title="Importing is for members">
            You look at this organisation as a viewer. An admin can make you a member, or a member can import
            the file.
          </Notice>
        )}
        <ExportSection address={address} tables={tables} />
      </div>
    </>
  );
}
