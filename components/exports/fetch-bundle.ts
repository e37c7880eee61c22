import { routeError, unreachable } from "@/components/api/route-error";
import type { ProjectAddress } from "@/components/shell/project-path";
import { exportQuery, type ScreenFilter } from "./export-query";

/** The reproducibility bundle of what the filter shows. Throws a `RouteError` when there is none. */
export async function fetchBundle(
  address: ProjectAddress,
  filter: ScreenFilter,
): Promise<{ name: string; zip: Blob }> {
  const response = await fetch(`/api/reproduce?${exportQuery(address, filter)}`).catch(() => {
    throw unreachable();
  });
  if (!response.ok) throw routeError(response.status, await response.json().catch(() => null));
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { name: name ?? "citestreak-bundle.zip", zip: await response.blob() };
}
