import { Inngest } from "inngest";
import { logger } from "@/server/kernel/logger";

/**
 * The one client. Which server it talks to (Inngest Cloud, a self-hosted one, or the local runtime) is said by the
 * INNGEST_* variables alone. Steps are memoised one by one unless a function says that its own may be told together.
 */
export const inngest = new Inngest({ id: "citestreak", checkpointing: false, logger });
