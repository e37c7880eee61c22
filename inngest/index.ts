import { analyseRun } from "./functions/analyse-run";
import { askEngine } from "./functions/ask-engine";
import { checkRun } from "./functions/check-run";
import { closeRun } from "./functions/close-run";
import { holdAgain } from "./functions/hold-again";
import { janitor } from "./functions/janitor";
import { measureReviewed } from "./functions/measure-reviewed";
import { orgUpkeep } from "./functions/org-upkeep";
import { recompute } from "./functions/recompute";
import { run } from "./functions/run";
import { startSchedules } from "./functions/start-schedules";

export { inngest } from "./client";

/** Every durable function: what the Next route and the worker serve. */
export const functions = [
  run,
  askEngine,
  closeRun,
  analyseRun,
  measureReviewed,
  checkRun,
  holdAgain,
  recompute,
  janitor,
  orgUpkeep,
  startSchedules,
];

/** Work on people's credits: reserving, giving back, and the sweep that makes up for either. It waits for no other work. */
export const moneyFunctions = [run, closeRun, janitor, startSchedules];
