"use client";

import type { FormEvent } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { projectPath } from "@/components/shell/project-path";
import { Button, ButtonLink } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { AliasField } from "./alias-field";
import { AliasPreview } from "./alias-preview";
import { DomainField } from "./domain-field";
import { type EditedBrand, useBrandForm } from "./use-brand-form";

/** The names and domains of a brand, with what each name would match. Who may not save can still try names. */
export function BrandForm({ canEdit, ...edited }: EditedBrand & { canEdit: boolean }) {
  const { address, brand } = edited;
  const form = useBrandForm(edited);
  const { draft, typed } = form;
  const renamed = draft.name.trim() !== (brand?.name ?? "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    form.save();
  };
  return (
    <form onSubmit={submit} noValidate className="flex max-w-3xl flex-col gap-5">
      {!canEdit && (
        <Notice>Your role can look and try names out. Saving takes a member, an admin or the owner.</Notice>
      )}
      <Card
        title="Name"
        detail="How the brand is called on every screen, and the first name that is looked for."
      >
        <div className="flex flex-col gap-3">
          <TextField
            label="Name"
            hideLabel
            maxLength={100}
            autoComplete="off"
            spellCheck={false}
            disabled={!canEdit && brand !== undefined}
            value={draft.name}
            error={form.errorOf("name")}
            onChange={({ target }) => form.setName(target.value)}
          />
          {brand && renamed && !draft.aliases.includes(brand.name) && (
            <p className="flex flex-wrap items-center gap-x-3 gap-y-2 text-ink-soft text-sm">
              “{brand.name}” is no longer looked for, unless it stays as an alias.
              <Button
                look="quiet"
                size="small"
                onClick={() => form.setAliases([...draft.aliases, brand.name])}
              >
                Keep it as an alias
              </Button>
            </p>
          )}
          {renamed && (
            <AliasPreview
              address={address}
              draft={draft}
              alias={draft.name}
              lookedAt={brand || draft.aliases.length > 0 ? "new" : "first"}
            />
          )}
        </div>
      </Card>
      <Card
        title="Aliases"
        detail="Other names that mean this brand: short forms, product lines, spellings. Press one to see what it matches."
      >
        <AliasField
          address={address}
          draft={draft}
          disabled={!canEdit}
          error={form.errorOf("aliases")}
          typed={typed.alias}
          onType={(alias) => form.setTyped((now) => ({ ...now, alias }))}
          onChange={form.setAliases}
        />
      </Card>
      <Card
        title="Domains"
        detail="Sites that belong to the brand. Others’ sites that only mention it don’t."
      >
        <DomainField
          domains={draft.domains}
          disabled={!canEdit}
          error={form.errorOf("domains")}
          typed={typed.domain}
          onType={(domain) => form.setTyped((now) => ({ ...now, domain }))}
          onChange={form.setDomains}
        />
      </Card>
      {form.error && <ApiErrorNotice error={form.error} />}
      {form.error?.data?.refusal?.code === "conflict" && brand && (
        <Notice title="What is saved now">
          {[brand.name, ...brand.aliases].join(", ")}
          {brand.domains.length > 0 && ` · ${brand.domains.join(", ")}`}. Saving again puts your names in
          their place.
        </Notice>
      )}
      {canEdit && (
        <div className="flex flex-wrap items-center gap-3">
          <Button type="submit" busy={form.saving} disabled={!form.changed && brand !== undefined}>
            {form.saving ? "Saving…" : brand ? "Save" : "Add the rival"}
          </Button>
          <ButtonLink href={projectPath(address, "brands")} look="plain">
            {form.changed ? "Cancel" : "Back"}
          </ButtonLink>
          <p className="basis-full text-ink-faint text-sm">
            Answers that come in from now on are read with the names as you save them. Stored answers keep the
            reading that they have.
            {!brand &&
              " Share of voice is counted over all brands of this page, so a new rival changes what it is a share of."}
          </p>
        </div>
      )}
    </form>
  );
}
