import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { PageHeader } from "@/components/ui/page-header";
import type { LetterIntervention } from "@/server/operations/contract";
import { BackToList } from "./letter-heading";
import { LetterRecord } from "./letter-record";

interface Props {
  readonly interventions: readonly LetterIntervention[];
  readonly listPath: string;
}

/** In place of a letter that somebody has handled since it was listed. */
export function HandledLetter({ interventions, listPath }: Props) {
  const dropped = interventions.at(-1)?.action === "dropped";
  return (
    <>
      <BackToList path={listPath} />
      <PageHeader title="Handled already" />
      <EmptyState
        title={dropped ? "This dead letter was dropped" : "This job is running again, or has succeeded"}
        action={<ButtonLink href={listPath}>Go to the list</ButtonLink>}
      >
        <p>
          {dropped
            ? "Its event and its steps are deleted."
            : "It was retried. If it fails for good again, it comes back to the list."}
        </p>
        <div className="mt-4 text-ink">
          <LetterRecord interventions={interventions} />
        </div>
      </EmptyState>
    </>
  );
}
