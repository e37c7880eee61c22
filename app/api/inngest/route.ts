import { serve } from "inngest/next";
import { functions, inngest } from "@/inngest";

/** Where Inngest Cloud or a self-hosted Inngest server calls the durable functions. The local worker serves its own. */
export const { GET, POST, PUT } = serve({ client: inngest, functions });
