import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { functionName } from "./function-words";
import { lettersPath } from "./operations-path";

interface Props {
  readonly functionId: string | undefined;
  /** A later page is empty: what stood on it was handled. */
  readonly later: boolean;
}

/** In place of the list: nothing failed for good, or nothing of that function, or nothing that far back. */
export function NoLetters({ functionId, later }: Props) {
  if (later)
    return (
      <EmptyState
        title="Nothing further back"
        action={<ButtonLink href={lettersPath({ functionId })}>Show the latest</ButtonLink>}
      >
        <p>Somebody has handled what stood on this page.</p>
      </EmptyState>
    );
  if (functionId !== undefined)
    return (
      <EmptyState
        title="Nothing of this function"
        action={<ButtonLink href={lettersPath()}>Show all dead letters</ButtonLink>}
      >
        <p className="wrap-anywhere">
          No job of <code className="font-mono">{functionName(functionId)}</code> failed for good, or somebody
          has handled those that did.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState title="Nothing failed for good">
      <p>
        A job that fails is tried again by itself, a few times, each time later. One that still fails then
        stands here with its event, its error and what each of its steps gave, for 90 days: to be understood,
        and then run again from where it stopped, or dropped.
      </p>
    </EmptyState>
  );
}

/** Where jobs run on Inngest Cloud or on a server of its own: there is nothing here to read. */
export function KeptElsewhere() {
  return (
    <EmptyState title="Another server keeps them">
      <p>
        The jobs of this installation run on Inngest Cloud or on an Inngest server of its own. Open that
        server’s dashboard, choose the app <code className="font-mono">citestreak</code> and its failed runs:
        “Rerun” starts one again.
      </p>
      <p className="mt-3">
        If a local worker runs them after all, give the web server the worker’s{" "}
        <code className="font-mono">QUEUE_DATABASE_URL</code> and start it again.
      </p>
    </EmptyState>
  );
}
