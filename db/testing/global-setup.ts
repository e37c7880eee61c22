import type { TestProject } from "vitest/node";
import { startEmbedded } from "../embedded";
import { provisionTemplate } from "../provision";

declare module "vitest" {
  export interface ProvidedContext {
    /** URLs of the template database for each role: a test file swaps the database's name for its own clone's. */
    driver: "node-postgres" | "neon";
    postgres: { admin: string; owner: string; app: string; queue: string; template: string };
  }
}

/** One embedded Postgres and one migrated template for the whole run; stopped at its end. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await startEmbedded(`test-${process.pid}`);
  const template = await provisionTemplate(server);
  project.provide("postgres", {
    admin: server.url("postgres", "postgres"),
    owner: server.url("citestreak_owner", template),
    app: server.url("citestreak_app", template),
    queue: server.url("citestreak_queue", template),
    template,
  });
  return () => server.stop();
}
