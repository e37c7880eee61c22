import type { ReactNode } from "react";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import type { RunOptionsDto } from "@/server/runs/contract";

interface Props {
  readonly address: ProjectAddress;
  readonly options: RunOptionsDto;
  /** The button that starts one; nothing where it can't be started. */
  readonly start: ReactNode;
}

/** What a run is, and the first step to one. */
export function RunsEmpty({ address, options, start }: Props) {
  const written = options.panels.length > 0;
  return (
    <EmptyState
      title="Nothing was asked yet"
      action={
        start ||
        (options.mayStart && (
          <ButtonLink href={projectPath(address, "prompts")}>Write the first prompts</ButtonLink>
        ))
      }
    >
      <p>
        A run asks every prompt of a panel on the engines that you choose, and keeps every answer with its
        brands and its sources. You see its price before it starts; an ask that fails costs nothing.
      </p>
      {!written && <p className="mt-3">It needs prompts first: the questions that a buyer would type.</p>}
      {written && !options.mayStart && (
        <p className="mt-3">Your role can look at runs. To start one, ask an admin of the organisation.</p>
      )}
    </EmptyState>
  );
}
