import { openExport } from "@/server/exports";
import { unwrap } from "@/server/kernel/result";
import { asMember } from "@/server/trpc/handler";

/** A table of a project as CSV: `?org=&workspace=&project=` and the keys of the screen's own filter. */
export async function GET(
  request: Request,
  { params }: { params: Promise<{ table: string }> },
): Promise<Response> {
  const { table } = await params;
  const {
    org = "",
    workspace = "",
    project = "",
    ...filter
  } = Object.fromEntries(new URL(request.url).searchParams);
  return asMember(request, org, async () => {
    const { fileName, body } = unwrap(await openExport({ workspace, project, table, filter }));
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
