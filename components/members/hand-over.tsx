"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { SelectField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import type { MemberDto } from "@/server/members/contract";

/** An owner makes somebody else one and steps down, in one act. Nobody else there: nothing to offer. */
export function HandOver({ org, others }: { org: string; others: readonly MemberDto[] }) {
  const [open, setOpen] = useState(false);
  const [first] = others;
  const [chosen, choose] = useState(first?.userId);
  const router = useRouter();
  const say = useToast();
  const successor = others.find(({ userId }) => userId === chosen) ?? first;
  const { mutate, isPending, error } = useMutation(
    useApi().members.changeRole.mutationOptions({
      onSuccess: () => {
        setOpen(false);
        say({ title: `${successor?.name} is an owner now, and you are an admin.` });
        router.refresh();
      },
    }),
  );
  if (!successor) return null;
  const { userId, name } = successor;
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Hand over ownership
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title="Hand over ownership?">
        <div className="flex flex-col gap-4 text-sm">
          <SelectField
            label="New owner"
            value={userId}
            onChange={({ target }) => choose(others.find((each) => each.userId === target.value)?.userId)}
          >
            {others.map((each) => (
              <option key={each.userId} value={each.userId}>
                {each.name} ({each.email})
              </option>
            ))}
          </SelectField>
          <p className="text-ink-soft">
            {name} becomes an owner, and you an admin, both at once. Only an owner can make you one again.
          </p>
          {error && <ApiErrorNotice error={error} title="Nothing was changed" />}
          <DialogChoices otherwise="Stay the owner" onOtherwise={() => setOpen(false)}>
            <Button
              look="danger"
              busy={isPending}
              onClick={() => mutate({ org, userId, role: "owner", stepDown: true })}
            >
              Hand over
            </Button>
          </DialogChoices>
        </div>
      </Dialog>
    </>
  );
}
