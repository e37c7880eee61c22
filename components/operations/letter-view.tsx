import { Card } from "@/components/ui/card";
import type { DeadLetterDto, LetterIntervention } from "@/server/operations/contract";
import { ErrorWords } from "./error-words";
import { LetterActions } from "./letter-actions";
import { LetterRecord } from "./letter-record";
import { LetterSteps } from "./letter-steps";
import { ShownCode } from "./shown-code";

interface Props {
  readonly letter: DeadLetterDto;
  readonly interventions: readonly LetterIntervention[];
  /** The list that it was opened from. */
  readonly listPath: string;
}

/** One dead letter: why it failed, what can be done, what it had done, and what it was started with. */
export function LetterView({ letter, interventions, listPath }: Props) {
  const { error, stack, steps, event, eventName } = letter;
  return (
    <div className="flex flex-col gap-5">
      <Card title="Error">
        <p dir="auto" className="wrap-anywhere whitespace-pre-wrap">
          <ErrorWords error={error} />
        </p>
        {stack && (
          <details className="-mb-2 mt-2 max-sm:-mb-3">
            <summary className="cursor-pointer rounded-md py-1.5 text-ink-soft text-sm max-sm:py-3">
              Where in the code
            </summary>
            <div className="mt-1 mb-2 max-sm:mb-3">
              <ShownCode shown={stack} label="Stack of the error" />
            </div>
          </details>
        )}
      </Card>
      <Card title="What to do">
        <LetterActions letter={letter} listPath={listPath} />
      </Card>
      <LetterSteps steps={steps} />
      <Card
        title="Event"
        detail={
          <>
            <code className="wrap-anywhere font-mono">{eventName || "without a name"}</code>, which started
            the job. Events carry ids, never content.
          </>
        }
      >
        <ShownCode shown={event} label="The event as JSON" />
      </Card>
      <Card title="On record" detail="Times are in UTC.">
        <LetterRecord interventions={interventions} />
      </Card>
    </div>
  );
}
