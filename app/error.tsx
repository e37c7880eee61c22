"use client";

import { Button } from "@/components/ui/button";
import { Message } from "@/components/ui/message";

/** What stands in place of a page that threw. The digest finds the error in the server's log; nothing else is shown. */
export default function ErrorPage({
  error,
  reset,
}: {
  error: Error & { digest?: string };
  reset: () => void;
}) {
  return (
    <Message eyebrow="Error" title="This page could not be shown.">
      <p>
        The fault is ours. Trying again often helps
        {error.digest ? `; if not, tell us the code ${error.digest}` : ""}.
      </p>
      <Button onClick={reset}>Try again</Button>
    </Message>
  );
}
