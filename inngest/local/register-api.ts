import type { IncomingMessage, ServerResponse } from "node:http";
import { z } from "zod";
import { readBody, reply, sameText } from "./event-api";
import { type FunctionPlan, readFunctionPlans } from "./function-plan";
import { hashedSigningKey } from "./signature";

const LOOPBACK: ReadonlySet<string> = new Set(["127.0.0.1", "localhost"]);

const Registration = z.object({
  appName: z.string().min(1),
  url: z.url({ protocol: /^http$/ }).refine((url) => LOOPBACK.has(new URL(url).hostname), {
    error: "must be on this machine: the local runtime calls nobody else",
  }),
  functions: z.array(z.unknown()),
});

/** An app that another process serves, as it has just registered. */
export interface Registered {
  readonly appId: string;
  /** The SDK's endpoint, on this machine. */
  readonly url: string;
  readonly plans: readonly FunctionPlan[];
}

interface RegisterApiParts {
  readonly signingKey: string;
  /** Takes the app in; rejects when one of its functions can't be driven. */
  readonly takeIn: (app: Registered) => Promise<void>;
}

/**
 * `POST /fn/register`: what the SDK calls when its own endpoint is told to PUT. 200 once the functions are taken in; 401
 * under another signing key; 400, with the function and the option in the message, for what the runtime doesn't do.
 */
export async function answerRegister(
  request: IncomingMessage,
  response: ServerResponse,
  { signingKey, takeIn }: RegisterApiParts,
): Promise<void> {
  if (!sameText(request.headers.authorization ?? "", `Bearer ${hashedSigningKey(signingKey)}`)) {
    return reply(response, 401, { error: "unknown signing key", status: 401 });
  }
  try {
    const { appName, url, functions } = Registration.parse(JSON.parse((await readBody(request)) ?? "null"));
    await takeIn({ appId: appName, url, plans: readFunctionPlans(functions) });
    reply(response, 200, { ok: true, modified: true, status: 200 });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    reply(response, 400, { ok: false, error: message, status: 400 });
  }
}
