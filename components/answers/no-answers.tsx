import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";

/** In place of the list: nothing matches the filter, or the project has no answer at all. */
export function NoAnswers({ address, narrowed }: { address: ProjectAddress; narrowed: boolean }) {
  if (narrowed)
    return (
      <EmptyState
        title="No answer matches"
        action={<ButtonLink href={projectPath(address, "answers")}>Clear the filter</ButtonLink>}
      >
        <p>
          The project has no answer to which all of the above applies. A search finds whole words; put a
          phrase in quotes.
        </p>
      </EmptyState>
    );
  return (
    <EmptyState
      title="No answers yet"
      action={
        <>
          <ButtonLink href={projectPath(address, "runs")}>Start a run</ButtonLink>
          <ButtonLink href={projectPath(address, "import")} look="quiet">
            Import answers
          </ButtonLink>
        </>
      }
    >
      <p>
        Every answer that a run buys, and every one that is imported, stands here for good: its text, the
        brands that it names, the sources that it cites, and what the engine sent.
      </p>
    </EmptyState>
  );
}
