import { Domain } from "@/server/projects";

/** The host that was meant, without "www.": of "acme.com", "https://www.acme.com/desks" or "acme.com/desks". Null for none. */
export function siteHost(typed: string): string | null {
  const host = typed
    .trim()
    .replace(/^[a-z][a-z+.-]*:\/\//i, "")
    .replace(/^[^/?#]*@/, "")
    .split(/[/?#:]/)[0];
  const parsed = Domain.safeParse(host ?? "");
  return parsed.success ? parsed.data : null;
}
