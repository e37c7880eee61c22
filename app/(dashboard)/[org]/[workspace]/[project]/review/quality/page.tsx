import type { Metadata } from "next";
import { QualityTable } from "@/components/review/quality-table";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Measured quality" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** How good the extractor is on this project's own answers, by what people decided of those drawn by chance. */
export default async function QualityPage({ params }: Props) {
  const address = await params;
  const { org } = address;
  const call = await api();
  const { projectId } = await call.projects.find(address);
  const quality = await call.review.quality({ org, projectId });
  const back = (
    <ButtonLink href={projectPath(address, "review")} look="quiet" size="small">
      Review
    </ButtonLink>
  );
  return (
    <>
      <PageHeader
        title="Measured quality"
        detail="How well the extractor reads your own answers, as people decided."
        actions={back}
      />
      {quality.months.length === 0 ? (
        <EmptyState title="Nothing measured yet" action={back}>
          Of the answers that come in, some are drawn by chance. When people have decided what these name,
          here stands how often the extractor was right, and what it missed.
        </EmptyState>
      ) : (
        <QualityTable quality={quality} />
      )}
    </>
  );
}
