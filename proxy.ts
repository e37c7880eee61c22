import { createHash, randomBytes } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { type NextRequest, NextResponse } from "next/server";
import { THEME_SCRIPT } from "./components/ui/theme-script";

// biome-ignore lint/style/noProcessEnv: Next sets it in the code that it builds
const isDevelopment = process.env.NODE_ENV === "development";
const BUILD = join(process.cwd(), ".next");

/**
 * Tells server components which page was asked for, so that the sign-in can lead back to it, and says which scripts may run
 * on it: of a page that is made for each request, those with its nonce; of one that was made at build time, its own, by
 * their hashes. Styles may stand inline: charts place their marks with them.
 */
export function proxy({ headers: sent, nextUrl: { pathname, search } }: NextRequest): NextResponse {
  const headers = new Headers(sent);
  headers.set("x-path", `${pathname}${search}`);
  const hashes = hashesOfPage(pathname);
  const nonce = `'nonce-${randomBytes(16).toString("base64")}'`;
  const policy = policyWith(hashes ?? [nonce, hashOf(THEME_SCRIPT), ...INSTEAD]);
  // Next reads the nonce from here, and gives it to its own scripts.
  headers.set("content-security-policy", policy);
  const response = NextResponse.next({ request: { headers } });
  response.headers.set("content-security-policy", policy);
  return response;
}

/** Every page; not the API, not files, which run no scripts. */
export const config = { matcher: "/((?!api/|_next/)[^.]*)" };

function policyWith(scripts: readonly string[]): string {
  return [
    "default-src 'self'",
    // React's development build needs eval.
    `script-src 'self' ${scripts.join(" ")}${isDevelopment ? " 'unsafe-eval'" : ""}`,
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    `connect-src 'self'${isDevelopment ? " ws:" : ""}`,
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join("; ");
}

const known = new Map<string, readonly string[]>();
const madeAtBuildTime = isDevelopment ? new Set<string>() : readPrerendered();

/** Of a page that was made at build time, its inline scripts' hashes, read once; undefined for any other path. */
function hashesOfPage(pathname: string): readonly string[] | undefined {
  if (!madeAtBuildTime.has(pathname)) return undefined;
  const found = known.get(pathname) ?? inlineScripts(pathname).map(hashOf);
  known.set(pathname, found);
  return found;
}

/** What is sent instead of a page that isn’t there or broke: only Next finds out that it has to be. */
const INSTEAD = ["/_not-found", "/_global-error"].flatMap((page) => hashesOfPage(page) ?? []);

function readPrerendered(): ReadonlySet<string> {
  const manifest: { routes: Record<string, unknown> } = JSON.parse(
    readFileSync(join(BUILD, "prerender-manifest.json"), "utf8"),
  );
  // Among them are files: Next's matchers take "/methodology/v1.json" for a page.
  return new Set(Object.keys(manifest.routes).filter((pathname) => existsSync(htmlOf(pathname))));
}

function inlineScripts(pathname: string): string[] {
  const html = readFileSync(htmlOf(pathname), "utf8");
  return [...html.matchAll(/<script(?![^>]* src=)[^>]*>([\s\S]*?)<\/script>/g)].map(([, code = ""]) => code);
}

function htmlOf(pathname: string): string {
  return join(BUILD, "server", "app", `${pathname === "/" ? "index" : pathname.slice(1)}.html`);
}

function hashOf(code: string): string {
  return `'sha256-${createHash("sha256").update(code).digest("base64")}'`;
}
