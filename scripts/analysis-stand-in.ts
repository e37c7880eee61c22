import { startStandIn } from "@/server/analysis";

// Stands in for an analysis model: answers by rule, on 127.0.0.1. Prints one line {"url": ...}, which is what
// ANALYSIS_BASE_URL takes; ends on SIGTERM or SIGINT.
const standIn = await startStandIn();
const end = () => void standIn.close().then(() => process.exit(0));
process.once("SIGTERM", end);
process.once("SIGINT", end);
console.log(JSON.stringify({ url: standIn.url }));
