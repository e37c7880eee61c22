// Asks an Inngest-compatible server for the promises of inngest/local/conformance, and prints a table.
//   node scripts/bootstrap.mjs scripts/conformance.ts --url http://127.0.0.1:8288 [--theme steps] [--case sleep]
//     [--checkpointing] [--at-once 10] [--patience 3]
// --checkpointing: functions carry on by themselves, as is the SDK's default. --at-once and --patience are for slow servers.
// INNGEST_SIGNING_KEY and INNGEST_EVENT_KEY as the server has them; without a signing key it is asked in development mode.
// Exits with 1 when a case fails.
import { parseArgs } from "node:util";
import { conformanceTable } from "@/inngest/local/conformance/conformance-table";
import { conformanceReport } from "@/inngest/local/conformance/report";
import { runConformance } from "@/inngest/local/conformance/run-conformance";

const { values } = parseArgs({
  options: {
    url: { type: "string" },
    checkpointing: { type: "boolean", default: false },
    theme: { type: "string", multiple: true },
    case: { type: "string", multiple: true },
    "at-once": { type: "string", default: "1000" },
    patience: { type: "string", default: "1" },
  },
});
if (!values.url) throw new Error("--url is missing: the address of an Inngest-compatible server");

const server = {
  url: values.url,
  eventKey: process.env.INNGEST_EVENT_KEY ?? "conformance",
  signingKey: process.env.INNGEST_SIGNING_KEY ?? null,
};
// What the SDK would read by itself, and then prefer to the server that is asked.
for (const name of Object.keys(process.env)) if (name.startsWith("INNGEST_")) delete process.env[name];
const chosen = (names: string[] | undefined, name: string) => names?.includes(name) ?? true;
const table = Object.fromEntries(
  Object.entries(conformanceTable)
    .filter(([theme]) => chosen(values.theme, theme))
    .map(([theme, cases]) => [theme, cases.filter(({ name }) => chosen(values.case, name))]),
);
const outcomes = await runConformance(server, table, {
  checkpointing: values.checkpointing,
  atOnce: Number(values["at-once"]),
  patience: Number(values.patience),
});
console.log(conformanceReport(outcomes));
process.exit(outcomes.some(({ verdict }) => verdict === "failed") ? 1 : 0);
