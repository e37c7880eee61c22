import { checkHealth } from "@/server/health";
import { joinWebProcess } from "@/server/web-process";

export const dynamic = "force-dynamic";

/** 200 when the database answers, 503 when it doesn't. */
export async function GET(): Promise<Response> {
  joinWebProcess();
  const health = await checkHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store", ...(health.status !== "ok" && { "retry-after": "2" }) },
  });
}
