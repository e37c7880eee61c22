import { openOrgExport } from "@/server/exports";
import { unwrap } from "@/server/kernel/result";
import { asMember } from "@/server/trpc/handler";

/** Everything that is stored for an org, as a zip, for its owners: `?org=<slug>`. */
export function GET(request: Request): Promise<Response> {
  const { searchParams } = new URL(request.url);
  return asMember(request, searchParams.get("org") ?? "", async () => {
    const { fileName, body } = unwrap(await openOrgExport());
    return new Response(body, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
