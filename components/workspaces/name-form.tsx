"use client";

import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import type { ApiError } from "@/components/api/use-api";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";

const LONGEST = 100;

interface Props {
  readonly label: string;
  readonly hint: string;
  readonly name: string;
  readonly submit: string;
  readonly busy: boolean;
  readonly error: ApiError | null;
  readonly onSave: (name: string) => void;
}

/** One name, new or another one. What was typed stays when it is refused. */
export function NameForm({ label, hint, name, submit, busy, error, onSave }: Props) {
  const [typed, setTyped] = useState(name);
  const wanted = typed.trim();
  const save = (event: FormEvent) => {
    event.preventDefault();
    onSave(wanted);
  };
  return (
    <form onSubmit={save} className="flex flex-col gap-5">
      <TextField
        label={label}
        hint={hint}
        value={typed}
        maxLength={LONGEST}
        autoComplete="off"
        autoFocus
        onChange={({ target }) => setTyped(target.value)}
      />
      {error && <ApiErrorNotice error={error} />}
      <div>
        <Button type="submit" busy={busy} disabled={wanted === "" || wanted === name}>
          {submit}
        </Button>
      </div>
    </form>
  );
}
