import { getTRPCErrorFromUnknown } from "@trpc/server";
import { getHTTPStatusCodeFromError } from "@trpc/server/http";
import { readImportRequest, startImport } from "@/server/imports";
import { unwrap } from "@/server/kernel/result";
import { answerMember } from "../answer-member";
import type { MemberScene } from "./member-scene";
import { proceduresOf } from "./procedures";

/** What a caller hears, whichever door it came through. */
export interface Heard {
  readonly status: number;
  readonly body: unknown;
}

/** The paths of every mutation of the router. */
export function mutationPaths(): string[] {
  return proceduresOf().flatMap(({ path, type }) => (type === "mutation" ? [path] : []));
}

/** Calls a mutation as the scene's owner. */
export async function callMutation(
  { slug, request }: MemberScene,
  path: string,
  input: object,
  requestId?: string,
): Promise<Heard> {
  const mutation = proceduresOf().find((procedure) => procedure.path === path);
  if (!mutation) throw new Error(`${path} is no procedure`);
  try {
    return { status: 200, body: await mutation.call(request(requestId), { ...input, org: slug }) };
  } catch (thrown) {
    const error = getTRPCErrorFromUnknown(thrown);
    return { status: getHTTPStatusCodeFromError(error), body: error.message };
  }
}

/** What app/api/import does with a request that isn't a dry run, up to what it does after its answer. */
export async function postImport(
  { slug, request, projectId }: MemberScene,
  content: string,
  idempotencyKey: string | undefined,
  requestId?: string,
): Promise<Heard> {
  const headers = new Headers({ "content-type": "application/octet-stream" });
  if (idempotencyKey !== undefined) headers.set("idempotency-key", idempotencyKey);
  const url = `http://app.example/api/import?org=${slug}&projectId=${projectId}`;
  const posted = new Request(url, { method: "POST", body: content, headers });
  const response = await answerMember(request(requestId), slug, "/api/import", async () =>
    Response.json(unwrap(await startImport(unwrap(await readImportRequest(posted))))),
  );
  return { status: response.status, body: await response.json() };
}

/** A file of two captures of one prompt: a request of its own each time. */
export function captureFile(): string {
  const capture = (engine: string) =>
    JSON.stringify({
      engine,
      prompt: "Which desk?",
      text: `Halvorn. ${crypto.randomUUID()}`,
      capturedAt: "2026-10-20T09:00:00Z",
    });
  return `${capture("chatgpt")}\n${capture("google_ai_mode")}`;
}
