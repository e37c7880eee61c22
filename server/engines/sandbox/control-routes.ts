import { z } from "zod";
import type { AskBook } from "./ask-book";
import type { CallLog } from "./call-log";
import { Fault } from "./faults";
import { parseJsonBody, type WireReply } from "./wire-format";

const Clock = z.strictObject({ now: z.iso.datetime({ offset: true }) });
const Faults = z.strictObject({ faults: z.array(Fault) });

interface Controls {
  readonly book: AskBook;
  readonly log: CallLog;
  setFaults(faults: readonly Fault[]): void;
}

/**
 * `POST /__sandbox/clock {now}` sets the simulated time, `POST /__sandbox/faults {faults:[…]}` replaces the fault switches,
 * `GET /__sandbox/log` counts what was done, by engine, outcome and fault; `GET /__sandbox/requests?engine=…&ask=…` has the
 * last requests, without headers. Null for any other route.
 */
export function controlReply(route: string, body: string, controls: Controls): WireReply | null {
  if (route === "GET /__sandbox/log") {
    return { httpStatus: 200, json: controls.log.read(controls.book.distinctRequestIds) };
  }
  if (/^GET \/__sandbox\/requests(\?|$)/.test(route)) {
    const asked = new URLSearchParams(route.split("?")[1]);
    const only = { engineId: asked.get("engine") ?? undefined, askId: asked.get("ask") ?? undefined };
    return { httpStatus: 200, json: controls.log.readRequests(only) };
  }
  if (route === "POST /__sandbox/clock") {
    const clock = Clock.safeParse(parseJsonBody(body));
    if (!clock.success) return badRequest(clock.error);
    controls.book.setClock(new Date(clock.data.now));
    return { httpStatus: 200, json: { now: controls.book.now().toISOString() } };
  }
  if (route === "POST /__sandbox/faults") {
    const faults = Faults.safeParse(parseJsonBody(body));
    if (!faults.success) return badRequest(faults.error);
    controls.setFaults(faults.data.faults);
    return { httpStatus: 200, json: faults.data };
  }
  return null;
}

function badRequest(error: z.ZodError): WireReply {
  return { httpStatus: 400, json: { error: z.prettifyError(error) } };
}
