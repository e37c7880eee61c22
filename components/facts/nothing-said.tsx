import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { formatNumber } from "@/components/ui/format";
import type { StatementListDto } from "@/server/facts/contract";
import { factsPath } from "./facts-path";

/** In place of the list: no fact to hold anything against, or no statement read yet. */
export function NothingSaid({ address, said }: { address: ProjectAddress; said: StatementListDto }) {
  const { brand, facts, answers } = said;
  return (
    <EmptyState
      title="No statements yet"
      action={
        <>
          <ButtonLink href={factsPath(address, brand.brandId)} look={facts === 0 ? "primary" : "quiet"}>
            {facts === 0 ? "Write down facts" : "See the facts"}
          </ButtonLink>
          <ButtonLink href={projectPath(address, "runs")} look={facts === 0 ? "quiet" : "primary"}>
            Start a run
          </ButtonLink>
        </>
      }
    >
      <p>
        When a run has closed, some of its answers that name {brand.name} are read for what they say of it:
        prices, dates, features, limits. Each statement is held against your facts, and marked as right or
        wrong.
      </p>
      {answers > 0 && (
        <p className="mt-2">
          {answers === 1 ? "One answer was" : `${formatNumber(answers)} answers were`} read so far, without a
          statement that can be checked.
        </p>
      )}
    </EmptyState>
  );
}
