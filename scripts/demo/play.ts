import { randomUUID } from "node:crypto";
import { withTenant } from "@/db/tenant";
import { makeUser } from "@/server/accounts";
import { boot } from "@/server/boot";
import { grantCreditsToOrg, readBalance } from "@/server/credits";
import { runInContext } from "@/server/kernel/context";
import { ok, unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { type ProjectReport, summariseProject } from "@/server/reports";
import { DEMO_PERSON } from "./demo-person";
import { playMadeUpMarket } from "./made-up-market";
import { playRecordedAnswers } from "./recorded-answers";

const GRANT = 20_000;

export interface DemoReport {
  readonly projects: ProjectReport[];
  /** Whole credits; granted = settled + balance, or something is wrong with the ledger. */
  readonly wallet: { readonly granted: number; readonly settled: number; readonly balance: number };
}

/** Sets up the demo org and plays one of the two scenarios through the product's own verbs and durable functions. */
export async function playDemo(
  databaseUrl: string | undefined,
  sandboxUrl: string,
  answers: string | undefined,
  onProgress: (ended: number, of: number) => void,
): Promise<DemoReport> {
  const pool = await boot({ databaseUrl });
  const actor = { kind: "system" as const, job: "demo" };
  const requestId = randomUUID();
  const userId = unwrap(await makeUser(DEMO_PERSON));
  const wanted = { name: "Demo", planId: "team" } as const;
  const { orgId, workspaceId } = unwrap(await createOrg(wanted, actor, requestId, userId));
  const report = await runInContext({ orgId, actor, requestId }, async () => {
    unwrap(
      await grantCreditsToOrg({
        amount: GRANT,
        source: "grant",
        idemKey: `grant:${orgId}:demo`,
        expiresAt: null,
        ref: { type: "org", id: orgId },
      }),
    );
    const projects =
      answers === undefined
        ? await playMadeUpMarket(workspaceId, sandboxUrl, onProgress)
        : await playRecordedAnswers(workspaceId, answers, onProgress);
    const reports: ProjectReport[] = [];
    for (const { projectId } of projects) {
      reports.push(unwrap(await summariseProject(projectId)));
    }
    const { balance } = unwrap(await withTenant(async (tx) => ok(await readBalance(tx))));
    const settled = reports
      .flatMap(({ engines }) => engines)
      .reduce((sum, engine) => sum + engine.credits.settled, 0);
    return { projects: reports, wallet: { granted: GRANT, settled, balance } };
  });
  await pool.end();
  return report;
}
