const host = "vertexaisearch.cloud.google.com";
const page = /^\/grounding-api-redirect\/[\w=~-]+$/;

/**
 * The path of a link of Google's grounding redirect service, or null for any other url: exactly that host over HTTPS, exactly
 * one token below exactly that folder, and nothing around it (no port, no user, no query, no fragment).
 */
export function redirectPath(link: string): string | null {
  const url = URL.parse(link);
  if (!url || `https://${host}${url.pathname}` !== link) return null;
  return page.test(url.pathname) ? url.pathname : null;
}
