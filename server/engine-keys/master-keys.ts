import { z } from "zod";
import { readEnv } from "@/server/kernel/env";
import { AppError } from "@/server/kernel/errors";

/** The keys that wrap data keys, by their versions. The highest version wraps; the older ones only open. */
export interface MasterKeys {
  readonly newest: number;
  readonly byVersion: ReadonlyMap<number, Buffer>;
}

const KEY_BYTES = 32;
const VARIABLE = "KEY_ENCRYPTION_KEYS";

const shape = { [VARIABLE]: z.string().transform(parseKeys).optional() };

/**
 * The master keys of the environment, or null when there are none: then customers can't bring keys of their own. Throws for
 * a malformed variable, in words that quote nothing of it.
 */
export function readMasterKeys(environment?: Record<string, string | undefined>): MasterKeys | null {
  return readEnv(shape, environment)[VARIABLE] ?? null;
}

/** The refusal where KEY_ENCRYPTION_KEYS is unset. */
export function keysAreOff(): AppError {
  return new AppError("engine_unavailable", KEYS_OFF);
}

export const KEYS_OFF = `Keys of your own can’t be stored here yet. Whoever runs this site has to set ${VARIABLE} first (1: and 32 random bytes in base64).`;

function parseKeys(text: string, context: z.RefinementCtx<string>): MasterKeys {
  const byVersion = new Map<number, Buffer>();
  for (const [index, part] of text.split(",").entries()) {
    const [, version, encoded] = /^([1-9]\d{0,8}):([A-Za-z0-9+/_-]+={0,2})$/.exec(part.trim()) ?? [];
    const key = Buffer.from(encoded ?? "", "base64");
    const problem = problemOf(byVersion, version, key);
    if (problem) context.addIssue({ code: "custom", message: `its part ${index + 1} ${problem}` });
    else byVersion.set(Number(version), key);
  }
  return { newest: Math.max(...byVersion.keys()), byVersion };
}

function problemOf(
  known: ReadonlyMap<number, Buffer>,
  version: string | undefined,
  key: Buffer,
): string | null {
  if (version === undefined || key.length !== KEY_BYTES)
    return `is not VERSION:BASE64 of ${KEY_BYTES} random bytes`;
  return known.has(Number(version)) ? "has the version of another part" : null;
}
