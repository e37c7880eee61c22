import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { FactSheet } from "@/components/facts/fact-sheet";
import { projectPath } from "@/components/shell/project-path";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import { FactSheetInput } from "@/server/facts/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Facts" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string; brand: string }>;
}

/** What is true of a brand, as its owner writes it down: statements of answers are held against it. */
export default async function FactsPage({ params }: Props) {
  const { brand: id, ...address } = await params;
  const { org } = address;
  const input = FactSheetInput.safeParse({ brandId: id });
  if (!input.success) notFound();
  const call = await api();
  const [{ brands }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  if (!brands.some(({ brandId }) => brandId === id)) notFound();
  const sheet = await call.facts.sheet({ org, ...input.data });
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  return (
    <>
      <nav aria-label="Brand" className="mb-3 flex flex-wrap gap-x-5 gap-y-1 text-sm">
        <Link href={projectPath(address, "brands")} className="text-accent underline underline-offset-4">
          All brands
        </Link>
        {sheet.brand.own && (
          <Link href={projectPath(address, "said")} className="text-accent underline underline-offset-4">
            What answers say
          </Link>
        )}
      </nav>
      <PageHeader
        title={`Facts about ${sheet.brand.name}`}
        detail="Statements of answers are held against them, now and when they change."
      />
      {!sheet.brand.own && (
        <div className="mb-6 max-w-4xl">
          <Notice>
            So far only what answers say of your own brand is read. These facts wait for theirs.
          </Notice>
        </div>
      )}
      <FactSheet org={org} sheet={sheet} canEdit={canEdit} />
    </>
  );
}
