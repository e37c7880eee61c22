"use client";

import { ErrorMessage } from "@/components/ui/error-message";

/** In place of a page that threw; the frame around it stays. */
export default function OperationsError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorMessage error={error} retry={retry} />;
}
