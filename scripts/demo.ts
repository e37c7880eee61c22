import { access } from "node:fs/promises";
import { parseArgs } from "node:util";
import { SingleBar } from "cli-progress";
import { addOperator } from "@/db/operators";
import { DEMO_PERSON } from "./demo/demo-person";
import { buildApp, serveApp } from "./demo/serve-app";
import { startStack } from "./demo/stack";

const usage = `npm run demo -- [options]: the whole product on this machine, against the sandbox
  --once           end after the table (otherwise the app stays up until Ctrl-C)
  --json           print the table as JSON
  --answers FILE   real recorded answers (JSONL) instead of the made-up market: one project a prompt set`;

const { values } = parseArgs({
  options: {
    once: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    answers: { type: "string" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(usage);
  process.exit(0);
}
if (values.answers !== undefined) {
  await access(values.answers).catch(() => {
    console.error(`There is no file ${values.answers}.`);
    process.exit(1);
  });
}

const stack = await startStack({ answers: values.answers });
process.once("SIGINT", () => void stack.stop().then(() => process.exit(130)));
process.once("SIGTERM", () => void stack.stop().then(() => process.exit(143)));
// The Inngest client and the engines read their variables when they are loaded or used: so these come first.
Object.assign(process.env, stack.env);
const { playDemo } = await import("./demo/play");
const { reportTable } = await import("./demo/report-table");

// Beside the play, which leaves the second core idle half of the time.
const built = values.once ? undefined : buildApp();
built?.catch(() => {});

const bar = new SingleBar({
  format: "buying answers [{bar}] {value}/{total}  {eta_formatted} left",
  stream: process.stderr,
  etaBuffer: 100,
});
let started = false;
const { DATABASE_URL } = stack.env;
const reports = await playDemo(DATABASE_URL, stack.sandbox.url, values.answers, (ended, of) => {
  if (!started) bar.start(of, 0);
  started = true;
  bar.update(ended);
});
bar.stop();
console.log(values.json ? JSON.stringify(reports, null, 2) : reportTable(reports.projects));
if (!values.json) {
  const { granted, settled, balance } = reports.wallet;
  console.log(
    `Wallet: ${granted} granted − ${settled} settled = ${balance} credits. Answers come from the sandbox: made up or replayed.`,
  );
}
if (built) {
  if (stack.ownerUrl !== undefined) await addOperator(stack.ownerUrl, DEMO_PERSON.email);
  await built;
  await serveApp();
}
await stack.stop();
process.exit(0);
