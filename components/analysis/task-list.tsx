import type { AnalysisDto } from "@/server/analysis/contract";
import { TASK_WORDS } from "./task-words";

/** What the model is asked, and what stands in its place: no model, no tokens, no usable answer. */
export function TaskList({ tasks }: Pick<AnalysisDto, "tasks">) {
  return (
    <ul className="divide-y divide-line">
      {tasks.map(({ id, label, promptVersion }) => (
        <li key={id} className="grid gap-x-8 gap-y-1 py-4 first:pt-0 last:pb-0 sm:grid-cols-[11rem_1fr_1fr]">
          <div>
            <h3 className="font-semibold">{label}</h3>
            <p className="font-mono text-ink-faint text-xs">{promptVersion}</p>
          </div>
          <p className="text-sm">
            <span className="block text-ink-faint text-xs">Asked of the model</span>
            {TASK_WORDS[id].asked}
          </p>
          <p className="text-ink-soft text-sm">
            <span className="block text-ink-faint text-xs">Without it</span>
            {TASK_WORDS[id].instead}
          </p>
        </li>
      ))}
    </ul>
  );
}
