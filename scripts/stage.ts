// Keeps the stage of the end-to-end tests up, so that single tests start at once: paste the line that it prints into
// another terminal, and run `npm run test:e2e -- e2e/flows/home.e2e.ts`. Ctrl-C ends it.
import { once } from "node:events";
import { startStage } from "../e2e/fixtures/start-stage";

const running = await startStage();
console.log(`export E2E_STAGE='${JSON.stringify(running.stage)}'`);
await Promise.race(["SIGINT", "SIGTERM"].map((signal) => once(process, signal)));
await running.stop();
process.exit(0);
