"use client";

import { ErrorMessage } from "@/components/ui/error-message";

/** In place of a page that threw; the shell around it stays. */
export default function DashboardError({ error, retry }: { error: unknown; retry: () => void }) {
  return <ErrorMessage error={error} retry={retry} />;
}
