"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { useToast } from "@/components/ui/toast";
import type { InviteId } from "@/server/kernel/id";

interface Props {
  readonly org: string;
  readonly inviteId: InviteId;
  readonly email: string;
}

/** Sends an invitation again, or takes it back. */
export function InviteActions({ org, inviteId, email }: Props) {
  const router = useRouter();
  const say = useToast();
  const api = useApi();
  const told = (done: string, failed: string) => ({
    onSuccess: () => {
      say({ title: done });
      router.refresh();
    },
    onError: ({ message }: { message: string }) => say({ title: failed, description: message }),
  });
  const again = useMutation(
    api.members.resendInvite.mutationOptions(
      told(`Sent to ${email} again. The link of before doesn’t work any more.`, "It was not sent again."),
    ),
  );
  const back = useMutation(
    api.members.revokeInvite.mutationOptions(
      told(`The invitation of ${email} is taken back.`, "It was not taken back."),
    ),
  );
  const isBusy = again.isPending || back.isPending;
  return (
    <div className="flex flex-wrap gap-2">
      <Button look="quiet" size="small" busy={isBusy} onClick={() => again.mutate({ org, inviteId })}>
        Send again
        <span className="sr-only"> to {email}</span>
      </Button>
      <Button look="plain" size="small" busy={isBusy} onClick={() => back.mutate({ org, inviteId })}>
        Take back
        <span className="sr-only"> the invitation of {email}</span>
      </Button>
    </div>
  );
}
