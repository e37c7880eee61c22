// Counts a project anew from its answers. Safe to run at any time, and again.
import { parseArgs } from "node:util";
import { boot } from "@/server/boot";
import { runInContext } from "@/server/kernel/context";
import { OrgId, ProjectId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { rebuildRollups } from "@/server/reports";
import { openLocalDatabase } from "./local-database";

const usage = `node scripts/bootstrap.mjs scripts/rebuild-rollups.ts --org ID --project ID: counts a project anew
What is counted when a run closes (cells and sources of each week, streaks of cells) is replaced by what all answers say.
Changes nothing where it was right. For projects measured before there were such counts, whose older weeks have none.
Without DATABASE_URL it looks at the database "citestreak" of this clone's own Postgres.`;

const { values } = parseArgs({
  options: {
    help: { type: "boolean", default: false },
    org: { type: "string", default: "" },
    project: { type: "string", default: "" },
  },
});

if (values.help || values.org === "" || values.project === "") {
  console.log(usage);
  if (!values.help) process.exitCode = 2;
} else {
  const orgId = OrgId.parse(values.org);
  const projectId = ProjectId.parse(values.project);
  const database = await openLocalDatabase("citestreak", { fresh: false });
  const pool = await boot({ databaseUrl: database.appUrl });
  try {
    const context = {
      orgId,
      actor: { kind: "system", job: "rebuild-rollups" },
      requestId: crypto.randomUUID(),
    } as const;
    const { windows } = await runInContext(context, async () => unwrap(await rebuildRollups(projectId)));
    console.log(`${windows} weeks of series counted anew`);
  } finally {
    await pool.end();
    await database.stop();
  }
}
