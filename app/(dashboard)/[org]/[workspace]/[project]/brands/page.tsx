import type { Metadata } from "next";
import { ArchiveButton } from "@/components/brands/archive-button";
import { BrandItem } from "@/components/brands/brand-item";
import { SuggestRivals } from "@/components/brands/suggest-rivals";
import { ExportLink } from "@/components/exports/export-link";
import { factsPath } from "@/components/facts/facts-path";
import { ReadingNotice } from "@/components/recompute/reading-notice";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { BrandDto } from "@/server/projects/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Brands" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** The own brand, its rivals, and those that were put away. */
export default async function BrandsPage({ params }: Props) {
  const address = await params;
  const { org } = address;
  const call = await api();
  const [{ projectId }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const [{ answers, brands, archived }, status] = await Promise.all([
    call.brands.list({ org, projectId }),
    call.recompute.status({ org, projectId }),
  ]);
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  const rivals = brands.filter(({ own }) => !own);
  const items = (list: readonly BrandDto[]) =>
    list.map((brand) => (
      <BrandItem key={brand.brandId} brand={brand} stored={answers}>
        {brand.archivedAt === null && (
          <ButtonLink look="quiet" size="small" href={projectPath(address, "brands", brand.brandId)}>
            {canEdit ? "Edit" : "Try names"}
            <span className="sr-only"> {brand.name}</span>
          </ButtonLink>
        )}
        {brand.own && (
          <ButtonLink look="quiet" size="small" href={factsPath(address, brand.brandId)}>
            Facts
            <span className="sr-only"> about {brand.name}</span>
          </ButtonLink>
        )}
        {canEdit && !brand.own && (
          <ArchiveButton {...{ org, projectId }} {...brand} archived={brand.archivedAt !== null} />
        )}
      </BrandItem>
    ));
  const add = (
    <ButtonLink href={projectPath(address, "brands", "new")} size="small">
      Add a rival
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Brands"
        detail="Who is looked for in answers, by which names, and whose sites count as theirs."
        actions={
          <>
            <ExportLink address={address} table="brands" />
            {canEdit && <SuggestRivals {...{ org, projectId }} />}
            {canEdit && add}
          </>
        }
      />
      <ReadingNotice {...{ org, projectId, status, canEdit }} />
      <div className="flex flex-col gap-8">
        <BrandGroup title="Your brand">{items(brands.filter(({ own }) => own))}</BrandGroup>
        {rivals.length > 0 ? (
          <BrandGroup title="Rivals">{items(rivals)}</BrandGroup>
        ) : (
          <EmptyState title="No rivals yet" action={canEdit && add}>
            Presence and citations are counted without any. Share of voice needs at least one other brand to
            be a share of.
          </EmptyState>
        )}
        {archived.length > 0 && (
          <BrandGroup
            title="Archived"
            detail="No longer looked for in new answers. Their names are kept for them, and so is what they were found in."
          >
            {items(archived)}
          </BrandGroup>
        )}
      </div>
    </>
  );
}

function BrandGroup({
  title,
  detail,
  children,
}: {
  title: string;
  detail?: string;
  children: React.ReactNode;
}) {
  return (
    <section>
      <h2 className="font-semibold text-lg">{title}</h2>
      {detail && <p className="text-ink-faint text-sm">{detail}</p>}
      <ul className="mt-3 rounded-xl border border-line bg-surface">{children}</ul>
    </section>
  );
}
