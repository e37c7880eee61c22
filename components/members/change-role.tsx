"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { useToast } from "@/components/ui/toast";
import type { MemberDto, MembersDto } from "@/server/members/contract";
import { invitedAs } from "./member-words";
import { type StandingChoice, StandingFields } from "./standing-fields";

interface Props {
  readonly org: string;
  readonly member: MemberDto;
  readonly may: Pick<MembersDto, "workspaces" | "mayChangeOwners">;
}

/** Gives a member another role. */
export function ChangeRole({ org, member, may }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Change role
        <span className="sr-only"> of {member.name}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Role of ${member.name}`}>
        <RoleForm {...{ org, member, may }} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

/** Made anew at each opening, so that it begins with what is saved. */
function RoleForm({ org, member, may, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const say = useToast();
  const held = may.workspaces.find(({ name }) => name === member.workspace);
  const [choice, setChoice] = useState<StandingChoice>({
    role: member.role,
    ...(held && { workspaceId: held.workspaceId }),
  });
  const { mutate, isPending, error } = useMutation(
    useApi().members.changeRole.mutationOptions({
      onSuccess: () => {
        say({ title: `${member.name} is ${invitedAs(choice.role, null)} now.` });
        onDone();
        router.refresh();
      },
    }),
  );
  return (
    <form
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ org, userId: member.userId, ...choice });
      }}
    >
      <StandingFields
        choice={choice}
        onChoice={setChoice}
        workspaces={may.workspaces}
        withOwner={may.mayChangeOwners}
      />
      {error && <ApiErrorNotice error={error} title="The role was not changed" />}
      <DialogChoices otherwise="Keep it" onOtherwise={onDone}>
        <Button type="submit" busy={isPending}>
          {isPending ? "Saving" : "Save role"}
        </Button>
      </DialogChoices>
    </form>
  );
}
