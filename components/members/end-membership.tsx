"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { useToast } from "@/components/ui/toast";
import type { UserId } from "@/server/kernel/id";

/** Ends somebody's membership after it has said what that means. */
export function RemoveMember({ org, userId, name }: { org: string; userId: UserId; name: string }) {
  const router = useRouter();
  const say = useToast();
  return (
    <EndMembership
      {...{ org, userId }}
      button={
        <>
          Remove
          <span className="sr-only"> {name}</span>
        </>
      }
      title={`Remove ${name}?`}
      yes="Remove"
      no="Keep"
      onDone={() => {
        say({ title: `${name} is removed.` });
        router.refresh();
      }}
    >
      They can’t enter this organisation from their next click on. What they did stays, under their name.
      Invite them again to let them back in.
    </EndMembership>
  );
}

/** Ends one's own membership, and leads out. */
export function LeaveOrg({ org, userId }: { org: string; userId: UserId }) {
  return (
    <EndMembership
      {...{ org, userId }}
      button="Leave"
      title="Leave this organisation?"
      yes="Leave"
      no="Stay"
      // With everything that this browser kept of the org.
      onDone={() => window.location.assign("/enter")}
    >
      You can’t enter it any more from then on, unless somebody invites you again. What you did stays, under
      your name.
    </EndMembership>
  );
}

interface Props {
  readonly org: string;
  readonly userId: UserId;
  readonly button: ReactNode;
  readonly title: string;
  readonly yes: string;
  readonly no: string;
  readonly onDone: () => void;
  readonly children: ReactNode;
}

function EndMembership({ org, userId, button, title, yes, no, onDone, children }: Props) {
  const [open, setOpen] = useState(false);
  const { mutate, isPending, error } = useMutation(
    useApi().members.remove.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        onDone();
      },
    }),
  );
  return (
    <>
      <Button look="plain" size="small" onClick={() => setOpen(true)}>
        {button}
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={title}>
        <div className="flex flex-col gap-4 text-ink-soft text-sm">
          <p>{children}</p>
          {error && <ApiErrorNotice error={error} title="Nothing was changed" />}
          <DialogChoices otherwise={no} onOtherwise={() => setOpen(false)}>
            <Button look="danger" busy={isPending} onClick={() => mutate({ org, userId })}>
              {yes}
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
