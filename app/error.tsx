"use client";

import { ErrorMessage } from "@/components/ui/error-message";

export default function ErrorPage({ error, retry }: { error: unknown; retry: () => void }) {
  return (
    <main>
      <ErrorMessage error={error} retry={retry} />
    </main>
  );
}
