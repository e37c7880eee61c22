import type { Metadata } from "next";
import { ReviewDesk } from "@/components/review/review-desk";
import { ReviewSettingDialog } from "@/components/review/review-setting-dialog";
import { projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Review" };

interface Props {
  readonly params: Promise<{ org: string; workspace: string; project: string }>;
}

/** What people decide: facts that the extractor is unsure of, and some drawn by chance. */
export default async function ReviewPage({ params }: Props) {
  const address = await params;
  const { org } = address;
  const call = await api();
  const [{ projectId }, me] = await Promise.all([call.projects.find(address), call.me.get()]);
  const queue = await call.review.queue({ org, projectId });
  const canReview = me.orgs.some(({ slug, role }) => slug === org && role !== "viewer");
  return (
    <>
      <PageHeader
        title="Review"
        detail="What the extractor is unsure of, and a few answers drawn by chance, decided by people."
        actions={
          <>
            <ButtonLink href={projectPath(address, "review", "quality")} look="quiet" size="small">
              Measured quality
            </ButtonLink>
            {canReview && <ReviewSettingDialog {...{ org, projectId }} setting={queue.setting} />}
          </>
        }
      />
      <ReviewDesk {...{ address, projectId, queue, canReview }} />
    </>
  );
}
