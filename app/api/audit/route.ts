import { openAuditExport, readAuditFilter } from "@/server/audit-log";
import { unwrap } from "@/server/kernel/result";
import { asMember } from "@/server/trpc/handler";

/** The org's audit log as CSV, for admins: `?org=` and the keys of the screen's own filter. */
export async function GET(request: Request): Promise<Response> {
  const { org = "", ...filter } = Object.fromEntries(new URL(request.url).searchParams);
  return asMember(request, org, async () => {
    const { fileName, body } = unwrap(await openAuditExport(readAuditFilter(filter)));
    return new Response(body, {
      headers: {
        "content-type": "text/csv; charset=utf-8",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
