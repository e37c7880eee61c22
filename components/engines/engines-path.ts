/** The address of the org's engines, or of one of them. */
export function enginesPath(org: string, engineId?: string): string {
  return `/${[org, "engines", ...(engineId === undefined ? [] : [engineId])].map(encodeURIComponent).join("/")}`;
}
