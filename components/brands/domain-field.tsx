"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { hostOf } from "./host-of";
import { NameList } from "./name-list";

interface Props {
  readonly domains: readonly string[];
  readonly disabled: boolean;
  /** The server's word on one of them. */
  readonly error: string | undefined;
  /** What is typed and not added yet. */
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly onChange: (domains: readonly string[]) => void;
}

/** Domains as tokens. Of a pasted address the host is kept, and it is said. */
export function DomainField({ domains, disabled, error, typed, onType, onChange }: Props) {
  const [said, setSaid] = useState("");
  const [problem, setProblem] = useState<string>();
  const add = () => {
    if (typed.trim() === "") return;
    const added = addDomains(domains, typed);
    setProblem(
      added.refused.length > 0 ? `${added.refused.join(", ")}: no domain such as acme.com.` : undefined,
    );
    setSaid(added.shortened.length > 0 ? `Kept the domain: ${added.shortened.join(", ")}.` : "");
    onChange(added.domains);
    onType(added.refused.join(" "));
  };
  return (
    <div className="flex flex-col gap-3">
      <NameList
        label="Domains"
        names={domains}
        disabled={disabled}
        onRemove={(name) => onChange(domains.filter((each) => each !== name))}
      />
      <div className="flex items-start gap-2.5">
        <div className="min-w-0 flex-1">
          <TextField
            label="Add a domain"
            inputMode="url"
            autoCapitalize="none"
            spellCheck={false}
            disabled={disabled}
            placeholder="acme.com"
            value={typed}
            error={problem ?? error}
            hint={
              said ||
              "A cited page on it, or on a part of it such as shop.acme.com, is a citation of the brand."
            }
            onChange={({ target }) => {
              onType(target.value);
              setProblem(undefined);
            }}
            onBlur={add}
            onKeyDown={(event) => {
              if (event.key !== "Enter") return;
              event.preventDefault();
              add();
            }}
          />
        </div>
        <div className="mt-7">
          <Button look="quiet" size="small" disabled={disabled || typed.trim() === ""} onClick={add}>
            Add
          </Button>
        </div>
      </div>
    </div>
  );
}

/** What is typed, taken apart at spaces and commas: the hosts in it, those that were shortened, and what has none. */
export function addDomains(domains: readonly string[], typed: string) {
  const parts = typed.split(/[\s,;]+/u).filter((part) => part !== "");
  const read = parts.map((part) => ({ part, found: hostOf(part) }));
  const hosts = read.flatMap(({ found }) => (found ? [found] : []));
  return {
    domains: [...new Set([...domains, ...hosts.map(({ host }) => host)])],
    shortened: hosts.filter(({ shortened }) => shortened).map(({ host }) => host),
    refused: read.flatMap(({ part, found }) => (found ? [] : [part])),
  };
}
