import { Download } from "lucide-react";
import type { Metadata } from "next";
import { RetentionDialog } from "@/components/retention/retention-dialog";
import { keptFor } from "@/components/retention/retention-words";
import { ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { roleMay } from "@/server/permissions/contract";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Data" };

/** What is kept for how long, and the way to take everything along. */
export default async function DataPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const call = await api();
  const [me, retention] = await Promise.all([call.me.get(), call.retention.get({ org })]);
  const role = me.orgs.find(({ slug }) => slug === org)?.role;
  const mayExport = role !== undefined && roleMay(role, "org.export");
  return (
    <>
      <PageHeader
        title="Data"
        detail="It is yours: take it along whenever you like, and say how long we keep it."
      />
      <div className="flex flex-col gap-6">
        <Card title="Everything, in one archive">
          <p className="max-w-prose text-ink-soft text-sm">
            A zip of JSON lines: prompts, runs, answers with what engines sent word for word, citations,
            numbers, decisions, members, credits and the audit log. Keys of engines are not in it. It is
            written while it is downloaded, which takes as long as there is much.
          </p>
          <div className="mt-4">
            {mayExport ? (
              <ButtonLink
                href={`/api/export-org?org=${org}`}
                look="quiet"
                size="small"
                prefetch={false}
                download
              >
                <Download size={15} aria-hidden="true" />
                Download everything
              </ButtonLink>
            ) : (
              <p className="text-ink-faint text-sm">Only an owner can take everything along: ask one.</p>
            )}
          </div>
        </Card>
        <Card
          title="Raw bodies"
          detail={`Kept: ${keptFor(retention.rawBodyDays).toLowerCase()}`}
          action={retention.mayChange && <RetentionDialog org={org} retention={retention} />}
        >
          <p className="max-w-prose text-ink-soft text-sm">
            What an engine sent, word for word, is the evidence behind an answer, and what it is read again
            from when a brand or the reading changes. Answers, citations and numbers are kept for good; so are
            the hashes of raw bodies that went.
          </p>
          {!retention.mayChange && (
            <p className="mt-3 text-ink-faint text-sm">
              Only owners and admins can change how long they are kept.
            </p>
          )}
        </Card>
      </div>
    </>
  );
}
