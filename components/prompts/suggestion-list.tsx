import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
import { TickList } from "@/components/ui/tick-list";
import type { SuggestedPromptsDto } from "@/server/analysis/contract";
import { INTENT_LABELS } from "./prompt-limits";

interface Props extends SuggestedPromptsDto {
  /** Texts that were unticked. */
  readonly left: ReadonlySet<string>;
  readonly onToggle: (text: string) => void;
}

/** Suggested prompts to tick, and who suggested them. */
export function SuggestionList({ prompts, provenance, left, onToggle }: Props) {
  const { judge, promptVersion, why } = provenance;
  const found =
    prompts.length === 0
      ? "Nothing that isn’t in the panel already. Say more of what the brand sells."
      : `${formatNumber(prompts.length)} suggested. `;
  return (
    <TickList
      label="Suggested prompts"
      status={
        <>
          {found}
          {why ?? `By ${judge}, ${promptVersion}.`}
        </>
      }
      items={prompts.map(({ text, intent }) => ({
        text,
        aside: <Badge>{INTENT_LABELS[intent].label}</Badge>,
      }))}
      left={left}
      onToggle={onToggle}
    />
  );
}
