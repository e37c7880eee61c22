import { after } from "next/server";
import {
  type ImportAccepted,
  type ImportPreview,
  previewImport,
  readImportRequest,
  recordImport,
  startImport,
} from "@/server/imports";
import { runInContext } from "@/server/kernel/context";
import { logger } from "@/server/kernel/logger";
import { unwrap } from "@/server/kernel/result";
import { asMember } from "@/server/trpc/handler";

/** Where the host ends functions: as long as it lets one live. What is left then, the janitor records. */
export const maxDuration = 300;

/**
 * The file is the body, gzipped by browsers that can (a host may take no more than 4.5 MB a request); `?dryRun=1` only
 * says what would come in. An import needs the header Idempotency-Key, answers once the captures stand in the database,
 * and records them afterwards.
 */
export function POST(request: Request): Promise<Response> {
  const query = new URL(request.url).searchParams;
  return asMember(request, query.get("org") ?? "", async (context) => {
    const input = unwrap(await readImportRequest(request));
    if (query.get("dryRun") === "1") return json(unwrap(await previewImport(input)));
    const { report, runId } = unwrap(await startImport(input));
    if (runId !== null) {
      after(async () => {
        const recorded = await runInContext(context, () => recordImport(runId));
        if (!recorded.ok)
          logger.warn({ runId, code: recorded.error.code }, "an import is left to the janitor");
      });
    }
    return json({ accepted: report.accepted, alreadyImported: report.alreadyImported, runId });
  });
}

function json(body: ImportPreview | ImportAccepted): Response {
  return Response.json(body, { headers: { "cache-control": "no-store" } });
}
