import { parseArgs } from "node:util";
import { z } from "zod";
import { engines, Fault, FaultKind, Latency, startSandbox } from "@/server/engines";

const usage = `sandbox: made-up or recorded answers in the engines' own wire formats, on 127.0.0.1
  --port N         0 (default) lets the system choose
  --seed N         default 1: the same seed makes the same answers
  --answers FILE   replay this JSONL of captured answers instead of the made-up market
  --latency MS     milliseconds, or MEDIAN,P95
  --faults JSON    list of fault switches, e.g. '[{"kind":"rate_limited","share":0.1}]'
Prints one line {"url": ...} when it listens; ends on SIGTERM or SIGINT. ENGINE_SANDBOX_URL=<url> asks it instead of engines.

A fault switch has a kind, and may have an engine, a share of attempts or the firstAttempts of each ask, delayMs (slow,
slow_loris) and retryAfterSeconds (rate_limited). Kinds: ${FaultKind.options.join(", ")}.
Engines: ${engines.map(({ id }) => id).join(", ")}.

While it runs:
  POST /__sandbox/clock {"now":"2026-03-01T00:00:00Z"}   simulated time; answers drift from day to day
  POST /__sandbox/faults {"faults":[...]}                other fault switches
  GET  /__sandbox/log                                    counts by engine, outcome and fault
  GET  /__sandbox/requests?engine=ID&ask=ID              the last requests, and attempts by ask`;

const { values } = parseArgs({
  options: {
    port: { type: "string", default: "0" },
    seed: { type: "string", default: "1" },
    answers: { type: "string" },
    latency: { type: "string", default: "0" },
    faults: { type: "string", default: "[]" },
    help: { type: "boolean", default: false },
  },
});

if (values.help) {
  console.log(usage);
} else {
  const [median, p95] = values.latency.split(",").map(Number);
  const sandbox = await startSandbox({
    port: z.coerce.number().int().parse(values.port),
    seed: z.coerce.number().int().parse(values.seed),
    mode: values.answers ? { kind: "recorded", file: values.answers } : "seeded",
    latencyMs: Latency.parse(p95 === undefined ? median : { median, p95 }),
    faults: z.array(Fault).parse(JSON.parse(values.faults)),
  });
  const end = () => void sandbox.close().then(() => process.exit(0));
  process.once("SIGTERM", end);
  process.once("SIGINT", end);
  console.log(JSON.stringify({ url: sandbox.url }));
}
