import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of the list: nothing matches the filter, or no answer has a source yet. */
export function NothingCited({ address, narrowed }: { address: ProjectAddress; narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title="No source matches"
        action={<ButtonLink href={projectPath(address, "sources")}>Clear the filter</ButtonLink>}
      >
        <p>No answer of this window has a source to which all of the above applies.</p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="No sources yet"
      action={<ButtonLink href={projectPath(address, "runs")}>Start a run</ButtonLink>}
    >
      <p>
        When a run has closed, here stands which domains and pages the answers lean on: yours, your rivals’
        and everybody else’s, how much of the citations each of them gets, and in which answers.
      </p>
    </EmptyState>
  );
}
