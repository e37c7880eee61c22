import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { BrandForm } from "@/components/brands/brand-form";
import { factsPath } from "@/components/facts/facts-path";
import { ButtonLink } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Names and domains" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string; brand: string }>;
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>;
}

/**
 * The names and domains of one brand. An archived one has to be restored first. `?alias=` is typed in already, where a link
 * offers it.
 */
export default async function BrandPage({ params, searchParams }: Props) {
  const [{ brand: brandId, ...address }, { alias }] = await Promise.all([params, searchParams]);
  const { org } = address;
  const call = await api();
  const [{ projectId }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const { answers, brands } = await call.brands.list({ org, projectId });
  const brand = brands.find((each) => each.brandId === brandId) ?? notFound();
  const canEdit = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  return (
    <>
      <PageHeader
        title={brand.name}
        detail={
          answers === 0
            ? "No answers stored yet."
            : `Named in ${formatNumber(brand.answers)} of ${formatNumber(answers)} stored answers.`
        }
        actions={
          <ButtonLink href={factsPath(address, brand.brandId)} look="quiet" size="small">
            Facts
          </ButtonLink>
        }
      />
      <BrandForm
        {...{ address, projectId, brand, canEdit }}
        {...(typeof alias === "string" && { alias: alias.slice(0, 100) })}
      />
    </>
  );
}
