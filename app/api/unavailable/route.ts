import { safePath } from "@/server/auth";

const SECONDS = 3;

/**
 * What a page leads to while the database is away: 503, in words, and back to the page by itself. Pages can't answer with
 * a status of their own, and a 500 would tell a proxy and a monitor that it was us.
 */
export function GET(request: Request): Response {
  const { searchParams } = new URL(request.url);
  const path = safePath(searchParams.get("next") ?? undefined);
  return new Response(pageOf(path), {
    status: 503,
    headers: {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      "retry-after": String(SECONDS),
    },
  });
}

/** Needs no script and no file of ours: it has to come through when little else does. */
function pageOf(path: string): string {
  const href = path.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta name="robots" content="noindex">
<meta http-equiv="refresh" content="${SECONDS};url=${href}">
<title>One moment</title>
<style>
  :root { color-scheme: light dark; font: 1.0625rem/1.6 system-ui, sans-serif; }
  main { max-width: 36rem; margin: 20vh auto; padding: 0 1.25rem; }
</style>
<main>
  <h1>One moment: the database can't be reached.</h1>
  <p>Nothing is lost. This page tries again by itself every ${SECONDS} seconds.</p>
  <p><a href="${href}">Try again now</a></p>
</main>
</html>
`;
}
