import { z } from "zod";
import { readEnv } from "@/server/kernel/env";

type Environment = Record<string, string | undefined>;

const sandboxShape = { ENGINE_SANDBOX_URL: z.url().optional() };

/** The sandbox's origin without a trailing slash, or null: then engines are asked for real. Throws when it's no url. */
export function sandboxUrl(environment?: Environment): string | null {
  const { ENGINE_SANDBOX_URL: url } = readEnv(sandboxShape, environment);
  return url ? url.replace(/\/+$/, "") : null;
}

/** Whether every engine is the sandbox's: asked with no key, and its answers made up. */
export function isSandbox(): boolean {
  return sandboxUrl() !== null;
}

/** The variables of `shape`, checked. Throws with the names of those that are missing or malformed. */
export function readEngineEnv<Shape extends z.ZodRawShape>(shape: Shape, environment?: Environment) {
  return readEnv(shape, environment);
}

/** Names of the variables of `shape` that are unset or malformed, in the order of the shape. */
export function missingVariables(shape: z.ZodRawShape, environment?: Environment): string[] {
  const lenient = Object.fromEntries(Object.keys(shape).map((name) => [name, z.string().optional()]));
  const values = readEnv(lenient, environment);
  return Object.entries(shape)
    .filter(([name, schema]) => !z.safeParse(schema, values[name]).success)
    .map(([name]) => name);
}
