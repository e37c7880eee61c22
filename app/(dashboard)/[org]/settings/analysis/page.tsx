import type { Metadata } from "next";
import { ModelCard } from "@/components/analysis/model-card";
import { TaskList } from "@/components/analysis/task-list";
import { TokenCard } from "@/components/analysis/token-card";
import { Card } from "@/components/ui/card";
import { PageHeader } from "@/components/ui/page-header";
import { api } from "@/server/trpc/caller";

export const metadata: Metadata = { title: "Analysis" };

/** Which model judges what the rules can't, what that used this month, and what stands in its place. */
export default async function AnalysisPage({ params }: { params: Promise<{ org: string }> }) {
  const { org } = await params;
  const call = await api();
  const { models, similar, tokens, tasks } = await call.analysis.get({ org });
  return (
    <>
      <PageHeader
        title="Analysis"
        detail="Rules read every answer. A model is asked only where they can’t tell."
      />
      <div className="flex flex-col gap-6">
        <ModelCard models={models} similar={similar} />
        {models && <TokenCard tokens={tokens} />}
        <Card
          title="What is asked, and what stands in its place"
          detail="The rules also answer when the model can’t be reached, or its answer can’t be used twice in a row."
        >
          <TaskList tasks={tasks} />
        </Card>
      </div>
    </>
  );
}
