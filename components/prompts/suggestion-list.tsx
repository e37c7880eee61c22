import { Badge } from "@/components/ui/badge";
import { formatNumber } from "@/components/ui/format";
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
  return (
    <section aria-label="Suggested prompts" className="flex flex-col gap-2">
      <p role="status" className="text-ink-faint text-sm">
        {prompts.length === 0
          ? "Nothing that isn’t in the panel already. Say more of what the brand sells."
          : `${formatNumber(prompts.length)} suggested. `}
        {why ?? `By ${judge}, ${promptVersion}.`}
      </p>
      {prompts.length > 0 && (
        <ul
          className="max-h-80 overflow-y-auto rounded-lg border border-line"
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
          tabIndex={0}
        >
          {prompts.map(({ text, intent }) => (
            <li key={text} className="border-line not-first:border-t">
              <label className="flex min-h-11 cursor-pointer items-start gap-3 px-3 py-2.5 text-sm hover:bg-sunken">
                <input
                  type="checkbox"
                  checked={!left.has(text)}
                  onChange={() => onToggle(text)}
                  className="mt-0.5 size-4 shrink-0 accent-accent"
                />
                <span dir="auto" className="wrap-anywhere min-w-0 flex-1">
                  {text}
                </span>
                <Badge>{INTENT_LABELS[intent].label}</Badge>
              </label>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
