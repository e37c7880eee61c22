import { ButtonLink } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import type { SetupDto } from "@/server/onboarding/contract";
import { startPath } from "./start-path";

/** What was begun and isn't finished, on the page of projects: nothing where nothing was. */
export function ContinueSetup({ org, setup }: { org: string; setup: SetupDto }) {
  const { draft, unasked } = setup;
  const go = draft
    ? {
        href: `/${org}/start`,
        about: draft.name.trim() || "Your project",
        left: "isn’t set up yet: your entries are kept.",
      }
    : unasked && {
        href: startPath({ org, ...unasked }),
        about: unasked.name,
        left: "has no numbers yet: its first run is next.",
      };
  if (!go) return null;
  return (
    <div className="mb-6">
      <Notice
        title="Continue setting up"
        action={
          <ButtonLink href={go.href} size="small">
            Continue
          </ButtonLink>
        }
      >
        {go.about} {go.left}
      </Notice>
    </div>
  );
}
