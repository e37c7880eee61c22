import { getMethodology } from "@/server/methodology";

/** The method as data; it changes only with a release. */
export const dynamic = "force-static";

export function GET(): Response {
  return Response.json(getMethodology());
}
