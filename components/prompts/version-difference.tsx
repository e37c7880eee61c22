import type { ComparedPrompt, PanelDifference } from "@/server/panels/contract";
import { INTENT_LABELS } from "./prompt-limits";
import { marksInWords } from "./prompt-marks";

/** What a version added, took away and changed against the one before it. */
export function VersionDifference({ version, added, removed, changed, unchanged }: PanelDifference) {
  return (
    <div className="flex flex-col gap-3 rounded-lg bg-sunken p-3 text-sm">
      <p className="text-ink-soft">
        {version === 1 ? "The first version." : `Against version ${version - 1}: ${unchanged} unchanged.`}
      </p>
      <Group title="Added" count={added.length}>
        {added.map((prompt) => (
          <Prompt key={`${prompt.locale} ${prompt.text}`} prompt={prompt} note={marksOf(prompt)} />
        ))}
      </Group>
      <Group title="Removed" count={removed.length}>
        {removed.map((prompt) => (
          <Prompt key={`${prompt.locale} ${prompt.text}`} prompt={prompt} note={marksOf(prompt)} />
        ))}
      </Group>
      <Group title="Changed" count={changed.length}>
        {changed.map(({ before, after }) => (
          <Prompt
            key={`${after.locale} ${after.text}`}
            prompt={after}
            note={`${marksOf(before)} → ${marksOf(after)}`}
          />
        ))}
      </Group>
    </div>
  );
}

function Group({ title, count, children }: { title: string; count: number; children: React.ReactNode }) {
  if (count === 0) return null;
  return (
    <section>
      <h4 className="font-semibold">
        {title} <span className="font-normal text-ink-faint tabular-nums">{count}</span>
      </h4>
      <ul className="mt-1 flex max-h-64 flex-col gap-1.5 overflow-y-auto">{children}</ul>
    </section>
  );
}

function Prompt({ prompt, note }: { prompt: ComparedPrompt; note: string }) {
  return (
    <li className="wrap-anywhere">
      <span dir="auto">{prompt.text}</span> <span className="text-ink-faint">({note})</span>
    </li>
  );
}

function marksOf(prompt: ComparedPrompt): string {
  return [INTENT_LABELS[prompt.intent].label, ...prompt.tags, ...marksInWords(prompt)].join(", ");
}
