import { Check } from "lucide-react";
import { classNames } from "@/components/ui/class-names";

const STEPS = ["Your site", "What to ask", "Engines and price", "First run"] as const;

/** Where one is on the way to the first numbers: 1 to 4. */
export function StartSteps({ step }: { step: 1 | 2 | 3 | 4 }) {
  return (
    <nav aria-label="Steps" className="mb-6">
      <ol className="flex flex-wrap gap-x-5 gap-y-2 text-sm">
        {STEPS.map((label, index) => {
          const done = index + 1 < step;
          const current = index + 1 === step;
          return (
            <li
              key={label}
              aria-current={current ? "step" : undefined}
              className={classNames(
                "flex items-center gap-2",
                current ? "font-semibold text-ink" : "text-ink-soft",
              )}
            >
              <span
                aria-hidden="true"
                className={classNames(
                  "grid size-6 place-items-center rounded-full border text-xs tabular-nums",
                  current ? "border-accent bg-accent text-accent-ink" : "border-line-strong",
                )}
              >
                {done ? <Check size={14} /> : index + 1}
              </span>
              {label}
              {done && <span className="sr-only">(done)</span>}
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
