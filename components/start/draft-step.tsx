"use client";

import { type FormEvent, useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { SelectField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { SetupDraft, SetupDto } from "@/server/onboarding/contract";
import { BrandFields } from "./brand-fields";
import { NameField } from "./name-field";
import { PromptLines } from "./prompt-lines";
import { StartSteps } from "./start-steps";
import { useSetupDraft } from "./use-setup-draft";

interface Props {
  readonly org: string;
  readonly initial: SetupDraft;
  readonly workspaces: SetupDto["workspaces"];
  readonly locales: SetupDto["locales"];
  /** With the draft as it is by then. */
  readonly onAnotherSite: (edited: SetupDraft) => void;
}

/** What was suggested, to be changed: the brand, its rivals, and what is asked. */
export function DraftStep({ org, initial, workspaces, locales, onAnotherSite }: Props) {
  const [workspace, setWorkspace] = useState(workspaces[0]?.slug);
  const [tried, setTried] = useState(false);
  const { draft, typed, change, type, suggest, save, finish, busy, whole, keep, send } = useSetupDraft(
    org,
    initial,
    workspace,
  );
  const named = draft.name.trim() !== "";
  const asked = draft.prompts.some(({ text }) => text.trim() !== "");
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (named && asked && !busy) send();
  };
  return (
    <>
      <StartSteps step={2} />
      <PageHeader
        title="Is this your brand, and what buyers ask?"
        detail={
          draft.suggestedBy
            ? `Suggested from ${draft.suggestedBy}. Change what isn’t right; all of it can be changed later, too.`
            : "All of it can be changed later, too."
        }
        actions={
          <Button look="quiet" size="small" disabled={busy} onClick={() => onAnotherSite(whole())}>
            Another site
          </Button>
        }
      />
      <form onSubmit={submit} className="flex max-w-3xl flex-col gap-6" noValidate>
        {draft.trouble && (
          <Notice tone="caution" title={`${draft.site} could not be read`}>
            {draft.trouble}
          </Notice>
        )}
        <BrandFields {...{ draft, typed, change, type }} nameMissing={tried && !named} />
        <Card
          title="Rivals"
          detail="Whom an engine may name in your place. Two or three are enough to begin with."
        >
          <NameField
            label="Rivals"
            add="Add a rival"
            hint={
              draft.rivals.length > 0
                ? "By the name that people know it by."
                : "By the name that people know it by. After the first run you also see which other brands the engines name."
            }
            names={draft.rivals}
            onChange={(rivals) => change({ rivals })}
            typed={typed.rivals}
            onType={(rivals) => type({ rivals })}
          />
        </Card>
        <Card
          title="Prompts"
          detail="Questions as a buyer would type them. Most should not name your brand: those tell whether engines think of it."
        >
          <div className="flex flex-col gap-4">
            <div className="flex flex-wrap items-end gap-3">
              <div className="w-52">
                <SelectField
                  label="Language"
                  value={draft.locale}
                  onChange={({ target }) => change({ locale: target.value })}
                >
                  {locales.every(({ locale }) => locale !== draft.locale) && (
                    <option value={draft.locale}>{draft.locale}</option>
                  )}
                  {locales.map(({ locale, label }) => (
                    <option key={locale} value={locale}>
                      {label} ({locale})
                    </option>
                  ))}
                </SelectField>
              </div>
              <Button
                look="quiet"
                busy={suggest.isPending}
                disabled={!named}
                onClick={() => suggest.mutate()}
              >
                Suggest prompts
              </Button>
            </div>
            <p className="text-ink-faint text-sm">
              {named
                ? "Made of the brand, its category, its rivals and the language. What you wrote yourself stays."
                : "Give the brand a name first: prompts are made of it, its category and its rivals."}
            </p>
            {suggest.isError && <ApiErrorNotice error={suggest.error} title="Nothing was suggested" />}
            {tried && !asked && <p className="text-danger text-sm">Keep at least one prompt.</p>}
            <PromptLines prompts={draft.prompts} onChange={(prompts) => change({ prompts })} />
          </div>
        </Card>
        {workspaces.length > 1 && (
          <SelectField
            label="Workspace"
            hint="Where the project will stand: a client, or a team."
            value={workspace}
            onChange={({ target }) => setWorkspace(target.value)}
          >
            {workspaces.map(({ slug, name }) => (
              <option key={slug} value={slug}>
                {name}
              </option>
            ))}
          </SelectField>
        )}
        {finish.isError && <ApiErrorNotice error={finish.error} title="The project was not made" />}
        {save.isError && <ApiErrorNotice error={save.error} title="It was not saved" />}
        {tried && !named && <p className="text-danger text-sm">The brand needs a name.</p>}
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" busy={finish.isPending || finish.isSuccess} disabled={busy}>
            Continue to engines and price
          </Button>
          <Button look="quiet" busy={save.isPending} disabled={busy} onClick={keep}>
            Save for later
          </Button>
        </div>
        <p className="text-ink-faint text-sm">
          Continuing makes the project. Nothing is asked of an engine yet.
        </p>
      </form>
    </>
  );
}
