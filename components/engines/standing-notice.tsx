import Link from "next/link";
import { Notice } from "@/components/ui/notice";
import type { EngineDto } from "@/server/engine-health/contract";
import { STANDINGS } from "./engine-words";

/** Why the engine isn't asked as usual; nothing for one that is. */
export function StandingNotice({ org, engine }: { org: string; engine: EngineDto }) {
  const { standing, reason } = engine;
  const { meaning } = STANDINGS[standing];
  switch (standing) {
    case "ready":
      return null;
    case "sandbox":
      return <Notice title="Sandbox">Here its answers are made up, and its calls go to no vendor.</Notice>;
    case "no_key":
      return (
        <Notice tone="caution" title="It can’t be asked yet">
          {reason}. An owner or an admin can{" "}
          <Link href={`/${org}/settings/engine-keys`} className="text-accent underline underline-offset-3">
            give a key of your own
          </Link>
          .
        </Notice>
      );
    case "paused":
      return (
        <Notice tone="caution" title={`Paused: ${reason}`}>
          {meaning}
        </Notice>
      );
    case "resting":
    case "trying":
      return (
        <Notice tone="caution" title={STANDINGS[standing].label}>
          {meaning}
        </Notice>
      );
  }
}
