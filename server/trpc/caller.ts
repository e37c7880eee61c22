import "server-only";
import type { TRPCError } from "@trpc/server";
import { headers } from "next/headers";
import { forbidden, notFound, redirect } from "next/navigation";
import { cache } from "react";
import { joinWebProcess } from "@/server/web-process";
import { createCallerFactory } from "./init";
import { readRequestContext } from "./request-context";
import { appRouter } from "./root";

const createCaller = createCallerFactory(appRouter);

/**
 * The procedures, for server components; one context a request. Without a session it goes to the sign-in, and what isn't
 * there becomes the 404 page, what one's role doesn't allow the 403 page. While the database is away it goes to the answer that says so (a page can't answer 503
 * itself), and that leads back. Every other error carries the request id as its digest, which the error page shows.
 */
export const api = cache(async () => {
  // First: without a request (while the app is being built) this is where a page says that it can't be made beforehand.
  const received = await headers();
  joinWebProcess();
  const context = await readRequestContext(received);
  return createCaller(context, {
    onError({ error }: { error: TRPCError }) {
      if (error.code === "UNAUTHORIZED") redirect(signInPath(received.get("x-path")));
      if (error.code === "NOT_FOUND") notFound();
      if (error.code === "FORBIDDEN") forbidden();
      if (error.code === "SERVICE_UNAVAILABLE") redirect(unavailablePath(received.get("x-path")));
      Object.assign(error, { digest: context.requestId });
    },
  });
});

/** `path` is what proxy.ts saw being asked for. */
function signInPath(path: string | null): string {
  return path === null ? "/sign-in" : `/sign-in?next=${encodeURIComponent(path)}`;
}

/** The answer that stands in for a page while the database is away, and leads back to it. */
function unavailablePath(path: string | null): string {
  return `/api/unavailable?next=${encodeURIComponent(path ?? "/")}`;
}
