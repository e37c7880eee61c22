"use client";

import { useMutation } from "@tanstack/react-query";
import { useRouter } from "next/navigation";
import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { DialogChoices } from "@/components/ui/dialog-choices";
import { SelectField, TextField } from "@/components/ui/field";
import { useToast } from "@/components/ui/toast";
import { isWholeUpTo } from "@/components/ui/typed-number";
import type { FlagDto } from "@/server/operations/contract";

interface Props extends Pick<FlagDto, "rules" | "otherwise"> {
  readonly flagId: string;
}

/** The button and its window, in which a flag is set for everybody or for one org, with a reason that stays on record. */
export function SetFlag({ flagId, ...flag }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button look="quiet" size="small" onClick={() => setOpen(true)}>
        Set<span className="sr-only"> {flagId}</span>
      </Button>
      <Dialog open={open} onOpenChange={setOpen} title={`Set ${flagId}`}>
        <SetFlagForm flagId={flagId} {...flag} onClose={() => setOpen(false)} />
      </Dialog>
    </>
  );
}

const CHOICES = {
  on: "On",
  off: "Off",
  share: "On in a share of orgs",
  takenBack: "As it is without this rule",
} as const;
type Choice = keyof typeof CHOICES;

function isChoice(value: string): value is Choice {
  return value in CHOICES;
}

function SetFlagForm({ flagId, otherwise, onClose }: Props & { readonly onClose: () => void }) {
  const [org, setOrg] = useState("");
  const [choice, setChoice] = useState<Choice>(otherwise ? "off" : "on");
  const [share, setShare] = useState("10");
  const [reason, setReason] = useState("");
  const router = useRouter();
  const toast = useToast();
  const set = useMutation(
    useApi().operations.flags.set.mutationOptions({
      onSuccess: () => {
        onClose();
        toast({ title: `${flagId} is set`, description: "That you did it stays on record." });
      },
      onSettled: () => router.refresh(),
    }),
  );
  const isOneOrg = org.trim() !== "";
  const shareFine = choice !== "share" || isWholeUpTo(share, 100);
  const fine = shareFine && reason.trim().length >= 3 && !(isOneOrg && choice === "share");
  const percents: Readonly<Record<Choice, number | null>> = {
    on: 100,
    off: 0,
    share: Number(share),
    takenBack: null,
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (fine && !set.isPending)
      set.mutate({ flagId, org: isOneOrg ? org : null, percent: percents[choice], reason });
  };
  return (
    <form onSubmit={submit} className="flex flex-col gap-4" noValidate>
      <TextField
        label="Organisation"
        value={org}
        maxLength={100}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        onChange={({ target }) => setOrg(target.value)}
        hint="Its address, as after the site’s name. Empty: everybody without a rule of their own."
      />
      <SelectField
        label="Is"
        value={choice}
        onChange={({ target }) => isChoice(target.value) && setChoice(target.value)}
        error={isOneOrg && choice === "share" ? "One org has it on or off." : undefined}
      >
        {Object.entries(CHOICES).map(([value, words]) => (
          <option key={value} value={value}>
            {words}
          </option>
        ))}
      </SelectField>
      {choice === "share" && (
        <TextField
          label="Orgs in a hundred"
          type="number"
          inputMode="numeric"
          min={0}
          max={100}
          value={share}
          onChange={({ target }) => setShare(target.value)}
          error={shareFine ? undefined : "A whole number from 0 to 100."}
          hint="Who is in stays in when the share grows."
        />
      )}
      <TextField
        label="Reason"
        value={reason}
        maxLength={200}
        autoComplete="off"
        onChange={({ target }) => setReason(target.value)}
        hint="Operators read it later. At least three signs."
      />
      {set.isError && <ApiErrorNotice error={set.error} title="It was not set" />}
      <DialogChoices otherwise="Not now" onOtherwise={onClose}>
        <Button type="submit" busy={set.isPending} disabled={!fine}>
          {set.isPending ? "Setting" : "Set it"}
        </Button>
      </DialogChoices>
    </form>
  );
}
