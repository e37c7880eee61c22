import { readFile } from "node:fs/promises";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { boot } from "@/server/boot";
import { checkCaptures, type ImportReport, importCaptures } from "@/server/imports";
import { runInContext } from "@/server/kernel/context";
import { OrgId, ProjectId } from "@/server/kernel/id";
import { unwrap } from "@/server/kernel/result";
import { createOrg } from "@/server/orgs";
import { createProject } from "@/server/projects";
import { summariseProject } from "@/server/reports";
import { reportTable } from "./demo/report-table";
import { openLocalDatabase } from "./local-database";

const usage = `npm run import -- --file FILE [options]: brings captured answers into a project
  --dry-run              only say what would come in, and name every line that wouldn't
  --org ID --project ID  the project to bring them into
  --brand NAME           or make a new org and project that tracks this brand ...
  --rival NAME           ... against these rivals (repeat it)
The file is JSONL (one capture a line) or CSV with a header: engine, prompt, text, capturedAt, sources.
Without DATABASE_URL the answers go into the database "citestreak" of this clone's own Postgres.`;

const { values } = parseArgs({
  options: {
    file: { type: "string" },
    "dry-run": { type: "boolean", default: false },
    org: { type: "string" },
    project: { type: "string" },
    brand: { type: "string" },
    rival: { type: "string", multiple: true, default: [] },
    help: { type: "boolean", default: false },
  },
});
const actor = { kind: "system" as const, job: "import" };
const requestId = crypto.randomUUID();

if (values.help) {
  console.log(usage);
} else if (!values.file) {
  fail("--file is missing.");
} else {
  const { file } = values;
  const content = await readFile(file, "utf8").catch(() => fail(`There is no file ${file}.`));
  const format = file.endsWith(".csv") ? "csv" : "jsonl";
  const known = values.org !== undefined && values.project !== undefined;
  if (values["dry-run"] && !known) printReport(checkCaptures(format, content));
  else if (known || values.brand !== undefined) await bringIn(format, content);
  else fail("Say where to: --org and --project, or --brand for a new one.");
}

async function bringIn(format: "jsonl" | "csv", content: string): Promise<void> {
  const database = await openLocalDatabase("citestreak", { fresh: false });
  const pool = await boot({ databaseUrl: database.appUrl });
  try {
    const { orgId, projectId } = await findOrMakeProject();
    const [dry, keyed] = [{ dryRun: true as const }, { idempotencyKey: requestId }];
    const bar = new SingleBar({ format: "recording [{bar}] {value}/{total}", stream: process.stderr });
    const report = await runInContext({ orgId, actor, requestId }, () =>
      importCaptures({ projectId, format, content, ...(values["dry-run"] ? dry : keyed) }, (done, of) => {
        if (done === 1) bar.start(of, 0);
        bar.update(done);
        if (done === of) bar.stop();
      }),
    );
    if (!report.ok) fail(report.error.message);
    printReport(report.value);
    if (values["dry-run"]) return;
    const summary = await runInContext({ orgId, actor, requestId }, () => summariseProject(projectId));
    console.log(reportTable([unwrap(summary)]));
    console.log(`The same project again: --org ${orgId} --project ${projectId}`);
  } finally {
    await pool.end();
    await database.stop();
  }
}

async function findOrMakeProject(): Promise<{ orgId: OrgId; projectId: ProjectId }> {
  if (values.org !== undefined && values.project !== undefined) {
    const [org, project] = [OrgId.safeParse(values.org), ProjectId.safeParse(values.project)];
    if (!org.success || !project.success)
      fail("--org and --project are ids, as an earlier import printed them.");
    return { orgId: org.data, projectId: project.data };
  }
  const name = values.brand ?? "";
  const { orgId, workspaceId } = unwrap(await createOrg({ name: "Imports" }, actor, requestId));
  const rivals = values.rival.map((rival) => ({ name: rival }));
  const made = await runInContext({ orgId, actor, requestId }, () =>
    createProject({ workspaceId, name, own: { name }, rivals }),
  );
  if (!made.ok) fail(made.error.message);
  return { orgId, projectId: made.value.projectId };
}

function printReport({ lines, accepted, alreadyImported, rejected }: ImportReport): void {
  for (const { line, why } of rejected) console.log(`line ${line}: ${why}`);
  const verb = values["dry-run"] ? "would come in" : "came in";
  console.log(
    `${lines} lines: ${accepted} ${verb}, ${alreadyImported} known already, ${rejected.length} rejected.`,
  );
}

function fail(message: string): never {
  console.error(`${message}\n\n${usage}`);
  process.exit(1);
}
