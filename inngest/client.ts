import { Inngest } from "inngest";
import { logger } from "@/server/kernel/logger";

/**
 * The one client. Which server it talks to (Inngest Cloud, a self-hosted one, or the local runtime) is said by the
 * INNGEST_* variables alone. Checkpointing is off: it would send step results elsewhere before the executor has
 * memoised them, and our money steps count on at-least-once with their own keys.
 */
export const inngest = new Inngest({ id: "citestreak", checkpointing: false, logger });
