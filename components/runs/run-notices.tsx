import Link from "next/link";
import { type ProjectAddress, projectPath } from "@/components/shell/project-path";
import { formatMoment, formatNumber } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import type { RunLink, RunPageDto } from "@/server/runs/contract";
import { count } from "./run-words";

const LINK =
  "font-semibold text-accent underline decoration-line-strong underline-offset-4 hover:decoration-current";

/** What one has to know about this run beside its numbers. */
export function RunNotices({ address, run }: { address: ProjectAddress; run: RunPageDto }) {
  const { state, priceCredits, available, retryOf, retriedBy, retry } = run;
  const linkTo = ({ runId, requestedAt }: RunLink) => (
    <Link href={projectPath(address, "runs", runId)} className={LINK}>
      run of {formatMoment(requestedAt)}
    </Link>
  );
  return (
    <>
      {state === "waiting_for_credits" && (
        <Notice
          tone="caution"
          title={`Waiting for ${count(Math.max(0, priceCredits - available), "credit")}`}
        >
          This run needs {formatNumber(priceCredits)} and {formatNumber(available)} are available. It starts
          by itself within two minutes of the wallet holding enough: ask an owner to top up, or cancel it.
        </Notice>
      )}
      {run.failure && (
        <Notice tone="bad" title="This run was not started">
          {run.failure}
        </Notice>
      )}
      {retryOf && <Notice title="A retry">It asks again only what failed in the {linkTo(retryOf)}.</Notice>}
      {retriedBy && (
        <Notice title="Its failed asks were asked again">
          By the {linkTo(retriedBy)}. Each one counts there once it has ended, and no longer here.
        </Notice>
      )}
      {retry?.problem && (
        <Notice tone="caution" title="The failed asks can’t be asked again now">
          {retry.problem}
        </Notice>
      )}
    </>
  );
}
