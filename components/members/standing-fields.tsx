"use client";

import { SelectField } from "@/components/ui/field";
import type { Role } from "@/server/kernel/context";
import type { MembersDto } from "@/server/members/contract";
import { ROLE_WORDS } from "./member-words";

/** A role, and the workspace of a client viewer, as a form holds them. */
export interface StandingChoice {
  readonly role: Role;
  readonly workspaceId?: string;
}

interface Props {
  readonly choice: StandingChoice;
  readonly onChoice: (choice: StandingChoice) => void;
  readonly workspaces: MembersDto["workspaces"];
  /** Owners are made by owners alone. */
  readonly withOwner: boolean;
}

const ROLES = Object.keys(ROLE_WORDS) as Role[];

/** Which role, with what it may do; of a client viewer, which workspace. */
export function StandingFields({ choice: { role, workspaceId }, onChoice, workspaces, withOwner }: Props) {
  const [first] = workspaces;
  const choose = (next: Role) =>
    onChoice(
      next === "client_viewer" && first
        ? { role: next, workspaceId: workspaceId ?? first.workspaceId }
        : { role: next },
    );
  const offered = ROLES.filter(
    (each) => (each !== "owner" || withOwner) && (each !== "client_viewer" || first !== undefined),
  );
  return (
    <>
      <SelectField
        label="Role"
        value={role}
        hint={ROLE_WORDS[role].about}
        onChange={({ target }) => choose(offered.find((each) => each === target.value) ?? role)}
      >
        {offered.map((each) => (
          <option key={each} value={each}>
            {ROLE_WORDS[each].label}
          </option>
        ))}
      </SelectField>
      {role === "client_viewer" && (
        <SelectField
          label="Workspace"
          value={workspaceId}
          hint="Nothing outside of it is there for them."
          onChange={({ target }) => onChoice({ role, workspaceId: target.value })}
        >
          {workspaces.map((each) => (
            <option key={each.workspaceId} value={each.workspaceId}>
              {each.name}
            </option>
          ))}
        </SelectField>
      )}
    </>
  );
}
