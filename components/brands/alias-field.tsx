"use client";

import { useState } from "react";
import type { ProjectAddress } from "@/components/shell/project-path";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { AliasPreview } from "./alias-preview";
import { NameList } from "./name-list";
import type { BrandDraft } from "./use-alias-preview";

interface Props {
  readonly address: ProjectAddress;
  readonly draft: BrandDraft;
  readonly disabled: boolean;
  readonly error: string | undefined;
  /** What is typed and not added yet. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChange: (aliases: readonly string[]) => void;
}

/** Aliases as tokens. While one is typed, or when one is pressed, what it matches in stored answers stands below. */
export function AliasField({ address, draft, disabled, error, typed, onType, onChange }: Props) {
  const [looked, setLooked] = useState("");
  const { aliases } = draft;
  const isNew = typed.trim() !== "";
  const look = (name: string) => {
    setLooked(name);
    onType("");
  };
  const add = () => {
    onChange(addAlias(aliases, typed));
    onType("");
  };
  return (
    <div className="flex flex-col gap-3">
      <NameList
        label="Aliases"
        names={aliases}
        disabled={disabled}
        onRemove={(name) => onChange(aliases.filter((each) => each !== name))}
        looked={{ name: isNew ? "" : looked, onLook: look }}
      />
      <div className="flex items-start gap-2.5">
        <div className="min-w-0 flex-1">
          <TextField
            label={disabled ? "Try an alias" : "Add an alias"}
            maxLength={100}
            spellCheck={false}
            autoComplete="off"
            value={typed}
            error={error}
            hint="Written as it stands in answers. Accents, hyphens and simple plurals are matched anyway; short names and ordinary words only in their own capitals."
            onChange={({ target }) => onType(target.value)}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              if (!disabled) add();
            }}
          />
        </div>
        {!disabled && (
          <div className="mt-7">
            <Button look="quiet" size="small" disabled={!isNew} onClick={add}>
              Add
            </Button>
          </div>
        )}
      </div>
      <AliasPreview
        address={address}
        draft={draft}
        alias={isNew ? typed : aliases.includes(looked) ? looked : ""}
        lookedAt={isNew && !aliases.includes(typed.trim()) ? "new" : "saved"}
      />
    </div>
  );
}

/** The aliases with one more, each once whatever its case. */
export function addAlias(aliases: readonly string[], typed: string): string[] {
  const wanted = typed.trim().replace(/\s+/gu, " ");
  const held = aliases.some((alias) => alias.toLowerCase() === wanted.toLowerCase());
  return wanted === "" || held ? [...aliases] : [...aliases, wanted];
}
