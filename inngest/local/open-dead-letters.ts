import type { Logger } from "@/server/kernel/logger";
import { openDatabase } from "./database";
import { type DeadLetters, deadLettersOf } from "./dead-letters";
import { openQueue } from "./queue";
import { installSchema } from "./schema";

export type { DeadLetter, DeadLetterDetail, DeadLetterStep, DeadLetters, Intervention } from "./dead-letters";

/** A screen's few queries at a time. */
const CONNECTIONS = 2;
/** Somebody looks at the screen: a worker may wait for its database, a page says that it is away. */
const PATIENCE_MS = 3_000;

/**
 * The dead letters of the local runtime whose state is at `queueDatabaseUrl`, for a process that runs no worker. Close it
 * when done. Gives up, opening and later, when the database is away for longer than `patienceMs`.
 */
export async function openDeadLetters(
  queueDatabaseUrl: string,
  logger: Logger,
  patienceMs = PATIENCE_MS,
): Promise<DeadLetters & { close(): Promise<void> }> {
  const database = openDatabase(queueDatabaseUrl, logger, CONNECTIONS, patienceMs);
  try {
    await installSchema(database);
    const queue = await openQueue(queueDatabaseUrl, [], logger, "visitor", patienceMs);
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
