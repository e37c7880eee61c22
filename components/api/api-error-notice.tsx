import { Notice } from "@/components/ui/notice";
import type { ApiError } from "./use-api";

/** A failed procedure in words: the refusal as the verb said it, or that it is our fault, with the request id to tell us. */
export function ApiErrorNotice({ error, title }: { error: ApiError; title?: string }) {
  const requestId = error.data?.requestId;
  const refused = error.data?.refusal !== undefined;
  return (
    <Notice tone="bad" title={title ?? (refused ? "That can’t be done" : "That did not work")}>
      <p>{error.message || "The server could not be reached. Check your connection and try again."}</p>
      {!refused && requestId && (
        <p className="mt-1 text-xs">
          Request id <code className="font-mono">{requestId}</code>
        </p>
      )}
    </Notice>
  );
}
