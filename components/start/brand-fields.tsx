"use client";

import { DomainField } from "@/components/brands/domain-field";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import type { SetupDraft } from "@/server/onboarding/contract";
import { NameField } from "./name-field";

interface Props {
  readonly draft: SetupDraft;
  readonly typed: { readonly aliases: string; readonly domains: string };
  readonly change: (changed: Partial<SetupDraft>) => void;
  readonly type: (changed: { aliases?: string; domains?: string }) => void;
  readonly nameMissing: boolean;
}

/** The own brand: what it is called, where it lives, what it is in. */
export function BrandFields({ draft, typed, change, type, nameMissing }: Props) {
  return (
    <Card
      title="Your brand"
      detail="Answers are searched for these names, and their sources for these domains."
    >
      <div className="flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-2">
          <TextField
            label="Brand name"
            required
            maxLength={100}
            autoComplete="off"
            value={draft.name}
            error={nameMissing ? "The brand needs a name." : undefined}
            hint="As it stands in a sentence: no slogan, no legal form."
            onChange={({ target }) => change({ name: target.value })}
          />
          <TextField
            label="Category"
            maxLength={200}
            autoComplete="off"
            placeholder="standing desks"
            value={draft.category}
            hint="What a buyer would say that they look for."
            onChange={({ target }) => change({ category: target.value })}
          />
        </div>
        <NameField
          label="Aliases"
          add="Add an alias"
          hint="Another name of the same brand. Accents, hyphens and simple plurals are matched anyway."
          names={draft.aliases}
          onChange={(aliases) => change({ aliases })}
          typed={typed.aliases}
          onType={(aliases) => type({ aliases })}
        />
        <DomainField
          domains={draft.domains}
          disabled={false}
          error={undefined}
          typed={typed.domains}
          onType={(domains) => type({ domains })}
          onChange={(domains) => change({ domains: [...domains] })}
        />
      </div>
    </Card>
  );
}
