import type { Metadata } from "next";
import { BrandForm } from "@/components/brands/brand-form";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Add a rival" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

export default async function NewBrandPage({ params }: Props) {
  const address = await params;
  const call = await api();
  const [{ projectId }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const canEdit = me.orgs.some(({ slug, role }) => slug === address.org && role !== "viewer");
  return (
    <>
      <PageHeader
        title="Add a rival"
        detail="Type its name: what it would match in stored answers stands below."
      />
      <BrandForm {...{ address, projectId, canEdit }} />
    </>
  );
}
