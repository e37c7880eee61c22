import { Card } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { AnalysisDto } from "@/server/analysis/contract";

/** Which model is asked, and what it gets to see. */
export function ModelCard({ models, similar }: Pick<AnalysisDto, "models" | "similar">) {
  if (models === null)
    return (
      <Notice title="No analysis model is set up here">
        The rules do all of it, and every fact that they stand for says so. Whoever runs this site can set up
        any OpenAI-compatible endpoint, a local one included.
      </Notice>
    );
  const { small, large } = models;
  return (
    <Card title="Model" detail="Set up by whoever runs this site.">
      <dl className="grid gap-x-8 gap-y-2 text-sm sm:grid-cols-[11rem_1fr]">
        <dt className="text-ink-faint">For most questions</dt>
        <dd className="wrap-anywhere font-mono">{small}</dd>
        <dt className="text-ink-faint">For suggestions and disputes</dt>
        <dd className="wrap-anywhere font-mono">{large === small ? "the same one" : large}</dd>
      </dl>
      <ul className="mt-4 flex max-w-prose list-disc flex-col gap-1.5 pl-5 text-ink-soft text-sm">
        <li>
          It gets passages of answers, your prompts, names and hosts of brands, and the first page of a site
          that a project is set up from. Nothing else of yours.
        </li>
        <li>What it quotes has to stand in the passage word for word, or its judgement is dropped.</li>
        <li>The same question about the same passage is asked once, and costs nothing after that.</li>
        {similar && (
          <li>A passage that says the same in other small words takes the judgement of the first.</li>
        )}
      </ul>
    </Card>
  );
}
