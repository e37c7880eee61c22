import { startEmbedded } from "@/db/embedded";
import { migrate } from "@/db/migrate";
import { cloneDatabase, databaseExists, provisionTemplate } from "@/db/provision";

export interface LocalDatabase {
  readonly appUrl: string;
  readonly queueUrl: string;
  /** Who may make operators; unknown for a database of one's own, unless DATABASE_OWNER_URL says it. */
  readonly ownerUrl: string | undefined;
  stop(): Promise<void>;
}

/**
 * A migrated database `name` on the embedded Postgres of this clone; `fresh` throws away what stood in it. With
 * DATABASE_URL set (and QUEUE_DATABASE_URL) nothing is started: that database is used, as it is.
 */
export async function openLocalDatabase(name: string, options: { fresh: boolean }): Promise<LocalDatabase> {
  const { DATABASE_URL: appUrl, QUEUE_DATABASE_URL: queueUrl, DATABASE_OWNER_URL: ownerUrl } = process.env;
  if (appUrl) {
    if (!queueUrl)
      throw new Error("DATABASE_URL is set, so QUEUE_DATABASE_URL has to be: the role citestreak_queue");
    return { appUrl, queueUrl, ownerUrl, stop: async () => {} };
  }
  const server = await startEmbedded("local");
  const template = await provisionTemplate(server);
  if (options.fresh || !(await databaseExists(server, name))) await cloneDatabase(server, template, name);
  await migrate(server.url("citestreak_owner", name));
  return {
    appUrl: server.url("citestreak_app", name),
    queueUrl: server.url("citestreak_queue", name),
    ownerUrl: server.url("citestreak_owner", name),
    stop: () => server.stop(),
  };
}
