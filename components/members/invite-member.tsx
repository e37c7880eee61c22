"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { INVITE_DAYS, type MembersDto } from "@/server/members/contract";
import { type StandingChoice, StandingFields } from "./standing-fields";

interface Props {
  readonly org: string;
  readonly may: Pick<MembersDto, "workspaces" | "mayChangeOwners">;
}

/** Invites somebody by e-mail. */
export function InviteMember(props: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button size="small" onClick={() => setOpen(true)}>
        Invite
      </Button>
      <Dialog
        open={open}
        onOpenChange={setOpen}
        title="Invite by e-mail"
        description={`We mail a link that works once, for ${INVITE_DAYS} days, and only for that address.`}
      >
        <InviteForm {...props} onDone={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

function InviteForm({ org, may, onDone }: Props & { onDone: () => void }) {
  const router = useRouter();
  const say = useToast();
  const [email, setEmail] = useState("");
  const [choice, setChoice] = useState<StandingChoice>({ role: "member" });
  const { mutate, isPending, error } = useMutation(
    useApi().members.invite.mutationOptions({
      onSuccess: () => {
        say({ title: `An invitation is on its way to ${email.trim()}.` });
        onDone();
        router.refresh();
      },
    }),
  );
  const problem = error?.data?.refusal?.problems.find(({ field }) => field === "email")?.problem;
  return (
    <form
      noValidate
      className="flex flex-col gap-4"
      onSubmit={(event) => {
        event.preventDefault();
        mutate({ org, email, ...choice });
      }}
    >
      <TextField
        label="E-mail address"
        type="email"
        autoComplete="off"
        maxLength={254}
        value={email}
        error={problem && `It ${problem}.`}
        onChange={({ target }) => setEmail(target.value)}
      />
      <StandingFields
        choice={choice}
        onChoice={setChoice}
        workspaces={may.workspaces}
        withOwner={may.mayChangeOwners}
      />
      {error && !problem && <ApiErrorNotice error={error} title="Nobody was invited" />}
      <div className="flex flex-wrap gap-2.5">
        <Button type="submit" busy={isPending} disabled={email.trim() === ""}>
          {isPending ? "Sending" : "Send invitation"}
        </Button>
        <Button look="quiet" onClick={onDone}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
