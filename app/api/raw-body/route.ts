import { getRawBody } from "@/server/answers";
import { unwrap } from "@/server/kernel/result";
import { asMember } from "@/server/trpc/handler";

/** The raw body of an answer as a file: `?org=<slug>&answer=<id>`. Never shown by the browser, whatever it holds. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  const answerId = searchParams.get("answer") ?? "";
  return asMember(request, searchParams.get("org") ?? "", async () => {
    const { body } = unwrap(await getRawBody({ answerId }, "whole"));
    const json = isJson(body);
    return new Response(body, {
      headers: {
        "content-type": `${json ? "application/json" : "text/plain"}; charset=utf-8`,
        "content-disposition": `attachment; filename="raw-body-${answerId}.${json ? "json" : "txt"}"`,
        "x-content-type-options": "nosniff",
        "cache-control": "private, no-store",
      },
    });
  });
}

function isJson(body: string): boolean {
  try {
    JSON.parse(body);
    return true;
  } catch {
    return false;
  }
}
