import { type NextRequest, NextResponse } from "next/server";

/** Tells the server components which page was asked for, so that the sign-in can lead back to it. */
export function proxy(request: NextRequest): NextResponse {
  const headers = new Headers(request.headers);
  headers.set("x-path", `${request.nextUrl.pathname}${request.nextUrl.search}`);
  return NextResponse.next({ request: { headers } });
}

/** Pages with at least one part in their path; not the API, not files. */
export const config = { matcher: "/((?!api/|_next/|sign-in)[^.]+)" };
