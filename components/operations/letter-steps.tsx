import { Badge, type Tone } from "@/components/ui/badge";
import { Card } from "@/components/ui/card";
import type { LetterStep } from "@/server/operations/contract";
import { ShownCode } from "./shown-code";

const STATES: Readonly<Record<LetterStep["state"], { readonly label: string; readonly tone: Tone }>> = {
  succeeded: { label: "Finished", tone: "good" },
  failed: { label: "Failed", tone: "bad" },
  unfinished: { label: "Unfinished", tone: "neutral" },
};

/** What the job had done: a retry starts after what is finished. */
export function LetterSteps({ steps }: { steps: readonly LetterStep[] }) {
  return (
    <Card title="Steps" detail="In the order in which they ended. A retry runs again what isn’t finished.">
      {steps.length === 0 ? (
        <p className="text-ink-soft text-sm">The job failed before its first step ended.</p>
      ) : (
        <ol className="flex flex-col divide-y divide-line border-line border-t">
          {steps.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: steps may have the same name, and their order never changes
            <li key={index} className="py-3.5 last:pb-0">
              <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-1">
                <span className="wrap-anywhere min-w-0 font-mono font-semibold text-sm">
                  {step.name ?? "without a name"}
                </span>
                <Badge tone={STATES[step.state].tone}>{STATES[step.state].label}</Badge>
              </div>
              {step.body && (
                <div className="mt-2">
                  <ShownCode shown={step.body} label={step.state === "failed" ? "Its error" : "Its result"} />
                </div>
              )}
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}
