import { RouteError, routeError, unreachable } from "@/components/api/route-error";

/** A file as it is sent, read once: the dry run and the import are about the same bytes, whatever happens to the file. */
export interface Upload {
  readonly name: string | undefined;
  /** Before it was packed. */
  readonly bytes: number;
  readonly body: Blob;
}

const GZIP = "application/gzip";

/** Reads and packs a file (or pasted text). Text of answers packs to a fifth, and hosts take requests of a few MB only. */
export async function packFile(file: Blob, name: string | undefined): Promise<Upload> {
  const read = await file.arrayBuffer().catch(() => {
    throw new RouteError(
      "The file could not be read. It may have changed since you chose it: choose it again.",
    );
  });
  const raw = new Blob([read], { type: "application/octet-stream" });
  if (typeof CompressionStream === "undefined") return { name, bytes: raw.size, body: raw };
  const packed = new Response(raw.stream().pipeThrough(new CompressionStream("gzip")));
  return { name, bytes: raw.size, body: new Blob([await packed.arrayBuffer()], { type: GZIP }) };
}

/** Posts the upload; `onSent` hears the share that is on its way, 0 to 1. XMLHttpRequest, because fetch can't say that. */
export function sendFile<T>(
  url: string,
  { body }: Upload,
  onSent: (share: number) => void,
  idempotencyKey?: string,
): Promise<T> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest();
    request.open("POST", url);
    request.responseType = "json";
    request.setRequestHeader("content-type", body.type);
    if (idempotencyKey !== undefined) request.setRequestHeader("idempotency-key", idempotencyKey);
    request.upload.onprogress = ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0);
    request.onload = () => {
      if (request.status === 200) resolve(bodyOf<T>(request));
      else reject(routeError(request.status, request.response));
    };
    request.onerror = () => reject(unreachable());
    request.send(body);
  });
}

/** What app/api/import sends with status 200: T is the type that it declares for the address. */
function bodyOf<T>(request: XMLHttpRequest): T {
  return request.response as T;
}
