"use client";

import { Button } from "./button";
import { Message } from "./message";

/** What stands in place of a page that threw. The digest is the request id (or finds the error in the log); nothing else is shown. */
export function ErrorMessage({ error, retry }: { error: unknown; retry: () => void }) {
  const id = error instanceof Error && "digest" in error ? String(error.digest) : undefined;
  return (
    <Message as="div" eyebrow="Error" title="This page could not be shown.">
      <p>The fault is ours. Trying again often helps{id ? "; if not, tell us the request id:" : "."}</p>
      {id && <code className="wrap-anywhere rounded-md bg-sunken px-3 py-2 font-mono text-sm">{id}</code>}
      <Button onClick={retry}>Try again</Button>
    </Message>
  );
}
