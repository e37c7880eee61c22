import { z } from "zod";
import { endOfWait, lengthOf } from "./duration";
import { type EventMatch, parseEventMatch } from "./event-match";
import { type Expression, parseExpression } from "./expression";

/** A concurrency constraint: at most `limit` runs of the same key at a time. No key: all runs of the function. */
export interface Limit {
  readonly limit: number;
  /** `fn`: the key counts within the function. `env` and `account`: with every function that names the same key. */
  readonly scope: "fn" | "env" | "account";
  readonly key: Expression | null;
}

/** How often runs of the same key may start: `most` at once, one more every `everyMs`. No key: all of the function. */
export interface Throttle {
  readonly everyMs: number;
  readonly most: number;
  readonly key: Expression | null;
}

/** What the runtime knows of a function, read once from its registration. */
export interface FunctionPlan {
  readonly id: string;
  readonly maxAttempts: number;
  readonly events: readonly { name: string; condition: Expression | null }[];
  readonly crons: readonly { expression: string; timeZone: string }[];
  readonly limits: readonly Limit[];
  readonly priority: Expression | null;
  readonly idempotency: Expression | null;
  readonly cancelOn: readonly { event: string; match: EventMatch | null; until: string | null }[];
  readonly throttle: Throttle | null;
  /** A run that hasn't started within `startMs`, or hasn't ended within `finishMs` of its start, is cancelled. */
  readonly timeouts: { readonly startMs: number | null; readonly finishMs: number | null };
  /** The queue that its runs stand in. */
  readonly queue: string;
}

/** The queue of every function that isn't given one of its own. */
export const MAIN_QUEUE = "runs";

/** The SDK's default (inngest 4): three retries, four attempts. */
const DEFAULT_RETRIES = 3;

const limit = z.strictObject({
  limit: z.int().min(1),
  key: z.string().optional(),
  scope: z.enum(["fn", "env", "account"]).default("fn"),
});

const unsupported = z.never({ error: "is not supported by the local runtime" }).optional();

/** A function as the SDK registers it. Strict: an option we have never heard of is refused, not ignored. */
const registered = z.strictObject({
  id: z.string(),
  name: z.string().optional(),
  triggers: z.array(
    z.union([
      z.strictObject({ event: z.string(), expression: z.string().optional() }),
      z.strictObject({ cron: z.string() }),
    ]),
  ),
  steps: z.strictObject({
    step: z.looseObject({ retries: z.object({ attempts: z.int().min(0).optional() }).optional() }),
  }),
  idempotency: z.string().optional(),
  concurrency: z.union([z.int().min(1), limit, z.array(limit).min(1).max(2)]).optional(),
  priority: z.strictObject({ run: z.string().optional() }).optional(),
  cancel: z
    .array(z.strictObject({ event: z.string(), if: z.string().optional(), timeout: z.string().optional() }))
    .optional(),
  throttle: z
    .strictObject({
      limit: z.int().min(1),
      period: z.string(),
      burst: z.int().min(0).default(0),
      key: z.string().optional(),
    })
    .optional(),
  timeouts: z.strictObject({ start: z.string().optional(), finish: z.string().optional() }).optional(),
  batchEvents: unsupported,
  rateLimit: unsupported,
  debounce: unsupported,
  singleton: unsupported,
});

/**
 * Reads the `functions` of a registration. Throws when a function asks for what the runtime doesn't do: the message
 * names the function and the option, because running without it would be worse than not starting.
 */
export function readFunctionPlans(
  functions: readonly unknown[],
  queueOf: (functionId: string) => string = () => MAIN_QUEUE,
): FunctionPlan[] {
  return functions.map((raw) => {
    const id = z.looseObject({ id: z.string() }).parse(raw).id;
    const parsed = registered.safeParse(raw);
    if (!parsed.success) {
      const problems = parsed.error.issues.map((issue) => `${issue.path.join(".")} ${issue.message}`.trim());
      throw new Error(`function "${id}": ${problems.join("; ")}`);
    }
    try {
      return toPlan(parsed.data, queueOf(id));
    } catch (error) {
      throw new Error(`function "${id}": ${error instanceof Error ? error.message : String(error)}`);
    }
  });
}

function toPlan(config: z.infer<typeof registered>, queue: string): FunctionPlan {
  const events: { name: string; condition: Expression | null }[] = [];
  const crons: { expression: string; timeZone: string }[] = [];
  for (const trigger of config.triggers) {
    if ("cron" in trigger) crons.push(readCron(trigger.cron));
    else if (trigger.event.includes("*")) throw new Error(`the pattern "${trigger.event}" is not supported`);
    else events.push({ name: trigger.event, condition: optional(trigger.expression, parseExpression) });
  }
  const attempts = config.steps.step.retries?.attempts ?? DEFAULT_RETRIES;
  return {
    id: config.id,
    maxAttempts: attempts + 1,
    events,
    crons,
    limits: readLimits(config.concurrency, queue),
    priority: optional(config.priority?.run, parseExpression),
    idempotency: optional(config.idempotency, parseExpression),
    cancelOn: (config.cancel ?? []).map((cancel) => ({
      event: cancel.event,
      match: optional(cancel.if, parseEventMatch),
      until: optional(cancel.timeout, aWait),
    })),
    throttle: readThrottle(config.throttle),
    timeouts: {
      startMs: optional(config.timeouts?.start, lengthOf) || null,
      finishMs: optional(config.timeouts?.finish, lengthOf) || null,
    },
    queue,
  };
}

/** In a queue of its own a function decides about slots by itself, so it can't share a key with another queue's. */
function readLimits(concurrency: z.infer<typeof registered>["concurrency"], queue: string): Limit[] {
  if (concurrency === undefined) return [];
  if (typeof concurrency === "number") return [{ limit: concurrency, scope: "fn", key: null }];
  const all = Array.isArray(concurrency) ? concurrency : [concurrency];
  if (queue !== MAIN_QUEUE && all.some(({ scope }) => scope !== "fn")) {
    throw new Error("a concurrency limit in a queue of its own must have the scope fn");
  }
  return all.map((one) => ({ ...one, key: optional(one.key, parseExpression) }));
}

/** Inngest lets `limit` and, on top, `burst` runs start at once, and then one each `period / limit` (GCRA). */
function readThrottle(throttle: z.infer<typeof registered>["throttle"]): Throttle | null {
  if (!throttle) return null;
  const { limit: starts, period, burst, key } = throttle;
  const periodMs = lengthOf(period);
  if (periodMs === 0) throw new Error("throttle.period must be at least a second");
  return { everyMs: periodMs / starts, most: starts + burst, key: optional(key, parseExpression) };
}

/** Inngest writes a time zone before the expression: `TZ=Europe/Paris 0 12 * * *`. */
function readCron(cron: string): { expression: string; timeZone: string } {
  const [, timeZone, expression] = /^TZ=(\S+)\s+(.+)$/.exec(cron) ?? [];
  return { expression: expression ?? cron, timeZone: timeZone ?? "UTC" };
}

/** `text`, when a wait can be made of it. */
function aWait(text: string): string {
  endOfWait(text, new Date());
  return text;
}

function optional<T>(text: string | undefined, parse: (text: string) => T): T | null {
  return text === undefined ? null : parse(text);
}
