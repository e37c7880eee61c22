import { AnswerNodes } from "@/components/answers/text/answer-nodes";
import { buildAnswerTree } from "@/components/answers/text/build-answer-tree";

/** A part of a generated report, from its Markdown. */
export function ReportText({ text }: { text: string }) {
  return (
    <div className="flex flex-col gap-4 tabular-nums leading-relaxed">
      <AnswerNodes nodes={buildAnswerTree(text, [])} names={[]} />
    </div>
  );
}
