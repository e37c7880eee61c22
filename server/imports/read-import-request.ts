import { AppError } from "@/server/kernel/errors";
import { err, ok, type Result } from "@/server/kernel/result";
import { CaptureFormat } from "./contract";
import { readImportBody } from "./read-import-body";

const GZIP = "application/gzip";

/** What a request to the import route asks for, not looked at yet: the verbs check it. */
export interface ImportRequest {
  readonly projectId: string;
  readonly content: string;
  readonly format: CaptureFormat | undefined;
  readonly fileName: string | undefined;
  /** "" when the header is missing. */
  readonly idempotencyKey: string;
}

/** The file is the body, the rest stands in the address. Refuses types that a form of another site could send. */
export async function readImportRequest(request: Request): Promise<Result<ImportRequest>> {
  const query = new URL(request.url).searchParams;
  const type = request.headers.get("content-type");
  if (type !== GZIP && type !== "application/octet-stream") {
    const words = "Send the file as application/octet-stream or application/gzip.";
    return err(new AppError("invalid_input", words));
  }
  const content = await readImportBody(request.body, type === GZIP);
  if (!content.ok) return content;
  return ok({
    projectId: query.get("projectId") ?? "",
    content: content.value,
    format: CaptureFormat.safeParse(query.get("format")).data,
    fileName: query.get("name") ?? undefined,
    idempotencyKey: request.headers.get("idempotency-key") ?? "",
  });
}
