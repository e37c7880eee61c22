import { z } from "zod";

/**
 * The variables of `shape`, checked. The only place that reads process.env: a slice states what it needs as a zod shape
 * and calls this once. A malformed or missing variable throws with its name, so that a process stops at start.
 */
export function readEnv<Shape extends z.ZodRawShape>(
  shape: Shape,
  source: Record<string, string | undefined> = process.env,
): z.infer<z.ZodObject<Shape>> {
  const present = Object.fromEntries(Object.keys(shape).map((name) => [name, source[name] || undefined]));
  const parsed = schemaOf(shape).safeParse(present);
  if (parsed.success) return parsed.data;
  const lines = parsed.error.issues.map((issue) => `  ${issue.path.join(".")}: ${issue.message}`);
  throw new Error(`The environment can't be used:\n${lines.join("\n")}`);
}

const schemas = new WeakMap<z.ZodRawShape, z.ZodObject>();

/** Making a zod object costs more than using it, and engines read theirs before every call. */
function schemaOf<Shape extends z.ZodRawShape>(shape: Shape): z.ZodObject<Shape> {
  const known = schemas.get(shape) ?? z.object(shape);
  schemas.set(shape, known);
  return sameShape(known);
}

/** `known` was made from the shape that it is stored under. */
function sameShape<Shape extends z.ZodRawShape>(known: z.ZodObject): z.ZodObject<Shape> {
  return known as z.ZodObject<Shape>;
}

/** What the whole process needs; engines and billing state their own. */
export const env = readEnv({
  NODE_ENV: z.enum(["development", "test", "production"]).default("development"),
  LOG_LEVEL: z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("warn"),
  /** The app role's URL: no superuser, no owner, no BYPASSRLS. Unset: embedded Postgres. */
  DATABASE_URL: z.url().optional(),
  /** The owner role's URL: migrations and tests alone. */
  DATABASE_OWNER_URL: z.url().optional(),
  /** The local runtime's role: owns the queue's schemas, sees no product table. */
  QUEUE_DATABASE_URL: z.url().optional(),
  /** Neon's driver talks to this WebSocket relay (host:port/path) instead of the database's own host. */
  NEON_RELAY: z.string().optional(),
});
