"use client";

import { type ComponentProps, useActionState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

interface Typed {
  readonly value: string;
  readonly problem?: string;
  readonly done?: string;
}

interface Props {
  readonly action: (typed: Typed, form: FormData) => Promise<Typed>;
  readonly field: Pick<ComponentProps<"input">, "name" | "type" | "autoComplete" | "maxLength"> & {
    label: string;
    hint?: string;
  };
  readonly submit: string;
  /** What stands in the field at first. */
  readonly value?: string;
}

/** A form of one field: what was typed in stays when it is refused. Works before any script has come. */
export function OneFieldForm({ action, field, submit, value = "" }: Props) {
  const [typed, send, pending] = useActionState(action, { value });
  return (
    <form action={send} className="flex flex-col gap-4">
      <TextField {...field} key={typed.value} required defaultValue={typed.value} error={typed.problem} />
      <Button type="submit" busy={pending}>
        {submit}
      </Button>
      <p role="status" className="text-accent text-sm empty:hidden">
        {typed.done}
      </p>
    </form>
  );
}
