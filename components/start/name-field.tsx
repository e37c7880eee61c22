"use client";

import { NameList } from "@/components/brands/name-list";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { withName } from "./with-name";

interface Props {
  /** What they are: "Aliases". */
  readonly label: string;
  /** What adding one is called: "Add an alias". */
  readonly add: string;
  readonly hint: string;
  readonly names: readonly string[];
  readonly onChange: (names: string[]) => void;
  /** What is typed and not added yet. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
}

/** Names as tokens, each once. */
export function NameField({ label, add, hint, names, onChange, typed, onType }: Props) {
  const addTyped = () => {
    onChange(withName(names, typed));
    onType("");
  };
  return (
    <div className="flex flex-col gap-3">
      <NameList
        label={label}
        names={names}
        disabled={false}
        onRemove={(name) => onChange(names.filter((each) => each !== name))}
      />
      <div className="flex items-start gap-2.5">
        <div className="min-w-0 flex-1">
          <TextField
            label={add}
            hint={hint}
            maxLength={100}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            onChange={({ target }) => onType(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              addTyped();
            }}
          />
        </div>
        <div className="mt-7">
          <Button look="quiet" size="small" disabled={typed.trim() === ""} onClick={addTyped}>
            Add<span className="sr-only">: {label}</span>
          </Button>
        </div>
      </div>
    </div>
  );
}
