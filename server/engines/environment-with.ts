import { z } from "zod";
import { readEnv } from "@/server/kernel/env";
import type { Environment } from "./define-engine";
import { engines } from "./registry";

const names = ["ENGINE_SANDBOX_URL", ...engines.flatMap(({ variables }) => variables)];
const shape = Object.fromEntries(names.map((name) => [name, z.string().optional()]));

/**
 * The variables of all engines as the process has them, with `own` in place of what it names: how an engine is asked with
 * somebody's own key. A sandbox that is set stays set, and with it no key is used at all.
 */
export function environmentWith(own: Environment, environment?: Environment): Environment {
  return { ...readEnv(shape, environment), ...own };
}
