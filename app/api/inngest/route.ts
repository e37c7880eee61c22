import { serve } from "inngest/next";
import { functions, inngest } from "@/inngest";
import { joinWebProcess } from "@/server/web-process";

const handlers = serve({ client: inngest, functions });

/** Where Inngest Cloud or a self-hosted Inngest server calls the durable functions. The local worker serves its own. */
export const { GET, PUT } = handlers;

export function POST(...call: Parameters<typeof handlers.POST>): ReturnType<typeof handlers.POST> {
  joinWebProcess();
  return handlers.POST(...call);
}
