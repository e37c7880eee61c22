import type { SandboxAnswer, SandboxSource } from "./sandbox-answer";

/** A stretch of the text, with the sources whose passage covers it. */
interface Piece {
  readonly text: string;
  readonly sources: readonly SandboxSource[];
}

/** The text cut where a cited passage begins or ends; what is cited without a passage stands with an empty piece at the end. */
export function cutAtSpans({ text, cited }: SandboxAnswer): Piece[] {
  const edges = new Set([0, text.length]);
  for (const { span } of cited) if (span) edges.add(span.start).add(span.end);
  const cuts = [...edges].sort((a, b) => a - b);
  const pieces = cuts.slice(1).map((end, index) => {
    const start = cuts[index] ?? 0;
    const sources = cited.filter(({ span }) => span && span.start <= start && span.end >= end);
    return { text: text.slice(start, end), sources };
  });
  const beside = cited.filter(({ span }) => !span);
  return beside.length > 0 ? [...pieces, { text: "", sources: beside }] : pieces;
}
