/** Where the signed-in go when no page of ours was asked for: the door that finds their org. */
const HOME = "/enter";

/** Only a path of this site, never another host's: "//evil.example" and "/\evil.example" are hosts to a browser. */
export function safePath(wanted: string | undefined): string {
  const base = "https://site.invalid";
  if (!wanted?.startsWith("/") || !URL.canParse(wanted, base)) return HOME;
  return new URL(wanted, base).origin === base ? wanted : HOME;
}
