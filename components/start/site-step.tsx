"use client";

import { useMutation } from "@tanstack/react-query";
import type { FormEvent } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { Button, ButtonLink } from "@/components/ui/button";
import { TextField } from "@/components/ui/field";
import { Notice } from "@/components/ui/notice";
import { PageHeader } from "@/components/ui/page-header";
import type { SetupDraft, SetupDto } from "@/server/onboarding/contract";
import { startPath } from "./start-path";
import { StartSteps } from "./start-steps";

interface Props {
  readonly org: string;
  readonly site: string;
  readonly onSite: (site: string) => void;
  readonly unasked: SetupDto["unasked"];
  readonly onDraft: (draft: SetupDraft) => void;
  /** To what was left for another site. */
  readonly back: (() => void) | null;
}

const EMPTY: SetupDraft = {
  site: "",
  name: "",
  aliases: [],
  domains: [],
  category: "",
  locale: "en-US",
  rivals: [],
  prompts: [],
  trouble: null,
  suggestedBy: null,
};

/** The brand's site: read for suggestions, or passed by. */
export function SiteStep({ org, site, onSite, unasked, onDraft, back }: Props) {
  const api = useApi();
  const read = useMutation(api.start.readSite.mutationOptions({ onSuccess: onDraft }));
  const byHand = useMutation(api.start.save.mutationOptions({ onSuccess: () => onDraft(EMPTY) }));
  const busy = read.isPending || byHand.isPending;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) read.mutate({ org, site });
  };
  return (
    <>
      <StartSteps step={1} />
      <PageHeader
        title="Which brand do you want to measure?"
        detail="We read the first page of its site once, as its robots.txt allows, and suggest names, rivals and questions. You change what isn’t right."
      />
      {unasked && (
        <div className="mb-6">
          <Notice
            title={`${unasked.name} is set up`}
            action={
              <ButtonLink href={startPath({ org, ...unasked })} look="quiet" size="small">
                To its first run
              </ButtonLink>
            }
          >
            It has no numbers yet. Or set up another brand here.
          </Notice>
        </div>
      )}
      <form onSubmit={submit} className="flex max-w-xl flex-col gap-4" noValidate>
        <TextField
          label="Its website"
          inputMode="url"
          autoCapitalize="none"
          autoComplete="url"
          spellCheck={false}
          placeholder="acme.com"
          maxLength={300}
          value={site}
          onChange={({ target }) => onSite(target.value)}
        />
        {read.isError && <ApiErrorNotice error={read.error} title="The site was not read" />}
        {byHand.isError && <ApiErrorNotice error={byHand.error} />}
        <p className="sr-only" role="status">
          {read.isPending && "Reading the site. This takes a few seconds."}
        </p>
        <div className="flex flex-wrap gap-2.5">
          <Button type="submit" busy={read.isPending} disabled={busy || site.trim() === ""}>
            {read.isPending ? "Reading the site" : "Read the site"}
          </Button>
          <Button
            look="quiet"
            busy={byHand.isPending}
            disabled={busy}
            onClick={() => byHand.mutate({ org, draft: EMPTY })}
          >
            Fill it in by hand
          </Button>
          {back ? (
            <Button look="plain" disabled={busy} onClick={back}>
              Back to my entries
            </Button>
          ) : (
            <ButtonLink href={`/${org}`} look="plain">
              Skip for now
            </ButtonLink>
          )}
        </div>
      </form>
    </>
  );
}
