import type { Logger } from "@/server/kernel/logger";
import { openDatabase } from "./database";
import { type DeadLetters, deadLettersOf } from "./dead-letters";
import { openQueue } from "./queue";
import { installSchema } from "./schema";

/** A screen's few queries at a time. */
const CONNECTIONS = 2;

/**
 * The dead letters of the local runtime whose state is at `queueDatabaseUrl`, for a process that runs no worker. Close it
 * when done.
 */
export async function openDeadLetters(
  queueDatabaseUrl: string,
  logger: Logger,
): Promise<DeadLetters & { close(): Promise<void> }> {
  const database = openDatabase(queueDatabaseUrl, logger, CONNECTIONS);
  try {
    await installSchema(database);
    const queue = await openQueue(queueDatabaseUrl, [], logger, "visitor");
    return {
      ...deadLettersOf(database, queue),
      close: async () => {
        await queue.stop();
        await database.close();
      },
    };
  } catch (error) {
    await database.close();
    throw error;
  }
}
