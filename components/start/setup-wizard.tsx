"use client";

import { useState } from "react";
import type { SetupDraft, SetupDto } from "@/server/onboarding/contract";
import { DraftStep } from "./draft-step";
import { SiteStep } from "./site-step";

interface Props {
  readonly org: string;
  readonly setup: SetupDto;
}

/** From a site's address to a project: what was begun is shown as it was left. */
export function SetupWizard({ org, setup }: Props) {
  const [draft, setDraft] = useState<SetupDraft | null>(setup.draft);
  /** What was left for another site: it can be gone back to. */
  const [left, setLeft] = useState<SetupDraft | null>(null);
  const [site, setSite] = useState(setup.draft?.site ?? "");
  if (draft === null)
    return (
      <SiteStep
        org={org}
        site={site}
        onSite={setSite}
        unasked={setup.unasked}
        onDraft={setDraft}
        back={left && (() => setDraft(left))}
      />
    );
  return (
    <DraftStep
      key={draft.site}
      org={org}
      initial={draft}
      workspaces={setup.workspaces}
      locales={setup.locales}
      onAnotherSite={(edited) => {
        setLeft(edited);
        setDraft(null);
      }}
    />
  );
}
