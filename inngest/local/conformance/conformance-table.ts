import { cancelling } from "./cancelling";
import { checkpoints } from "./checkpoints";
import type { ConformanceTable } from "./conformance-case";
import { events } from "./events";
import { failures } from "./failures";
import { flowControl } from "./flow-control";
import { invoking } from "./invoking";
import { protocol } from "./protocol";
import { steps } from "./steps";
import { waiting } from "./waiting";

/** Every case that the local runtime promises, by theme. Any Inngest-compatible server can be asked for them. */
export const conformanceTable: ConformanceTable = {
  steps,
  failures,
  events,
  waiting,
  invoking,
  cancelling,
  "flow control": flowControl,
  checkpoints,
  protocol,
};
