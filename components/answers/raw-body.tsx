"use client";

import { useQuery } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { useState } from "react";
import { ApiErrorNotice } from "@/components/api/api-error-notice";
import { useApi } from "@/components/api/use-api";
import { ButtonLink } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { Skeleton } from "@/components/ui/skeleton";
import type { RawBodyDto } from "@/server/answers/contract";
import { CACHES } from "@/server/caching/contract";
import type { AnswerId } from "@/server/kernel/id";
import { withoutBidiControls } from "./text/mark-pieces";

interface Props {
  readonly org: string;
  readonly answerId: AnswerId;
  /** Of the body as it came. */
  readonly bytes: number;
}

/** What the engine sent, as it came: fetched when one opens it. */
export function RawBody({ org, answerId, bytes }: Props) {
  const [open, setOpen] = useState(false);
  const api = useApi();
  const body = useQuery({
    ...api.answers.rawBody.queryOptions({ org, answerId }),
    enabled: open,
    staleTime: CACHES.frozen.forMs,
  });
  return (
    <details
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="rounded-xl border border-line bg-surface"
    >
      <summary className="min-h-11 cursor-pointer rounded-xl px-4 py-3 font-semibold text-lg sm:px-6">
        <h2 className="inline">Raw body</h2>{" "}
        <span className="font-normal text-ink-faint text-sm">
          {formatNumber(bytes)} bytes, as the engine sent it
        </span>
      </summary>
      <div className="flex flex-col items-start gap-4 px-4 pb-5 sm:px-6">
        <ButtonLink
          href={`/api/raw-body?${new URLSearchParams({ org, answer: answerId })}`}
          look="quiet"
          size="small"
          prefetch={false}
          download
        >
          <Download size={15} aria-hidden="true" />
          Download the whole
        </ButtonLink>
        {body.isLoading && <Skeleton label="Loading the raw body" />}
        {body.error && <ApiErrorNotice error={body.error} title="The raw body could not be loaded" />}
        {body.data && <Body {...body.data} />}
      </div>
    </details>
  );
}

function Body({ body, cut, verified }: RawBodyDto) {
  return (
    <>
      <p className="text-sm">
        {verified
          ? "Hash verified: this is what was stored when it came."
          : "This is not what was stored when it came: its hash is another one."}
        {cut && ` Shown are the first ${formatNumber(body.length)} characters.`}
      </p>
      <pre
        className="wrap-anywhere max-h-[32rem] w-full overflow-auto whitespace-pre-wrap rounded-lg bg-sunken p-4 font-mono text-xs leading-relaxed"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard
        tabIndex={0}
      >
        {withoutBidiControls(body)}
      </pre>
    </>
  );
}
