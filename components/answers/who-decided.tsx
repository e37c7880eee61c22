import { formatMoment } from "@/components/ui/format";
import type { AnswerBrand, FactDecider } from "@/server/answers/contract";
import { withoutBidiControls } from "./text/mark-pieces";

const FACTS: Readonly<Record<FactDecider["fact"], string>> = {
  named: "Whether it is named",
  stance: "How it is spoken of",
};

/** Who decided about the brands beside the rules: which model by which prompt, or a person, when, and with which note. */
export function WhoDecided({ brands }: { brands: readonly AnswerBrand[] }) {
  const decided = brands.flatMap(({ brandId, name, deciders }) =>
    deciders.map((decider) => ({ brandId, name, decider })),
  );
  if (decided.length === 0) return null;
  return (
    <ul aria-label="Decided beside the rules" className="flex flex-col gap-1 text-ink-soft">
      {decided.map(({ brandId, name, decider }) => (
        <li key={`${brandId} ${decider.kind} ${decider.fact} ${decider.at}`} className="wrap-anywhere">
          <span className="text-ink">{name}</span>: {FACTS[decider.fact].toLowerCase()} was {wordsOf(decider)}
        </li>
      ))}
    </ul>
  );
}

function wordsOf(decider: FactDecider): string {
  const at = formatMoment(decider.at);
  if (decider.kind === "model")
    return `judged by the model ${decider.model} (prompt ${decider.promptVersion}, confidence ${decider.confidence.toFixed(2)}) on ${at} UTC.`;
  const who = decider.mine ? "you" : withoutBidiControls(decider.name ?? "a member who has left");
  return `decided by ${who} on ${at} UTC${decider.note === null ? "." : `, with the note: “${withoutBidiControls(decider.note)}”`}`;
}
