import type { ProjectAddress } from "@/components/shell/project-path";

/** Why there is no bundle, in words for the person. */
export class BundleRefusal extends Error {}

/** The reproducibility bundle of what the filter shows. Throws a `BundleRefusal` when there is none. */
export async function fetchBundle(
  address: ProjectAddress,
  filter: Readonly<Record<string, string | undefined>>,
): Promise<{ name: string; zip: Blob }> {
  const chosen = Object.entries(filter).filter((pair): pair is [string, string] => Boolean(pair[1]));
  const query = new URLSearchParams([...Object.entries(address), ...chosen]);
  const response = await fetch(`/api/reproduce?${query}`).catch(() => {
    throw new BundleRefusal("The server could not be reached. Check your connection and try again.");
  });
  if (!response.ok) {
    const said: { message?: unknown } = Object(await response.json().catch(() => null));
    throw new BundleRefusal(
      typeof said.message === "string" ? said.message : `The server answered ${response.status}. Try again.`,
    );
  }
  const name = /filename="([^"]+)"/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { name: name ?? "citestreak-bundle.zip", zip: await response.blob() };
}
