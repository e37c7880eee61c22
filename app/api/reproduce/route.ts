import { unwrap } from "@/server/kernel/result";
import { openBundle } from "@/server/reproducibility";
import { asMember } from "@/server/trpc/handler";

/** The reproducibility bundle of a project's window: `?org=&workspace=&project=` and the keys of the overview's own filter. */
export async function GET(request: Request): Promise<Response> {
  const { org = "", ...input } = Object.fromEntries(new URL(request.url).searchParams);
  return asMember(request, org, async () => {
    const { fileName, zip } = unwrap(await openBundle(input));
    return new Response(zip, {
      headers: {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="${fileName}"`,
        "cache-control": "no-store",
        "x-content-type-options": "nosniff",
      },
    });
  });
}
