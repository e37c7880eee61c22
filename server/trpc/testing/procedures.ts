import { type AnyRouter, TRPCError } from "@trpc/server";
import type { z } from "zod";
import { createCallerFactory } from "../init";
import type { RequestContext } from "../request-context";
import { appRouter } from "../root";

/** One procedure as its router has it. */
export interface Procedure {
  readonly path: string;
  readonly type: "query" | "mutation" | "subscription";
  readonly inputs: readonly z.core.$ZodType[];
  /** Calls it as a server component would, in one request. */
  call(request: RequestContext, input: unknown): Promise<unknown>;
}

/** What came of a call: its value, or the code and words of its refusal. */
export type Outcome =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly code: string; readonly message: string };

/** Mutations that may use up tokens of the analysis model, and change nothing else; in these tests there is no model. */
export const USE_UP_TOKENS: readonly string[] = ["analysis.suggestPrompts", "analysis.suggestRivals"];

/** Mutations that write nothing: their input is longer than an address may be, or a link must not use up tokens. */
export const CHANGE_NOTHING: readonly string[] = ["brands.previewAlias", "panels.check", ...USE_UP_TOKENS];

/** Whether it is for the people who run the platform: it runs in no org, and to members it isn't there. */
export function isPlatform({ path }: Pick<Procedure, "path">): boolean {
  return path.startsWith("operations.");
}

/** Whether it is for admins and owners alone, reading included. */
export function isForAdmins({ path }: Pick<Procedure, "path">): boolean {
  if (["retention.save", "projects.createWorkspace", "projects.renameWorkspace"].includes(path)) return true;
  return /^(audit|engineKeys)\./.test(path) || (path.startsWith("members.") && path !== "members.list");
}

/** Every procedure of the router, enumerated from it. */
export function proceduresOf(router: AnyRouter = appRouter): Procedure[] {
  const createCaller = createCallerFactory(router);
  return Object.entries<unknown>(router._def.procedures).map(([path, procedure]) => ({
    path,
    ...definitionOf(procedure),
    async call(request, input) {
      const caller: unknown = createCaller(request);
      const call = path.split(".").reduce<unknown>((part, key) => Reflect.get(Object(part), key), caller);
      if (typeof call !== "function") throw new Error(`${path} is no procedure`);
      return call(input);
    },
  }));
}

export async function outcomeOf(call: Promise<unknown>): Promise<Outcome> {
  try {
    return { ok: true, value: await call };
  } catch (error) {
    if (!(error instanceof TRPCError)) throw error;
    return { ok: false, code: error.code, message: error.message };
  }
}

/** tRPC keeps a procedure's type and its input parsers in `_def`, which its types hide; all our parsers are zod's. */
function definitionOf(procedure: unknown): Pick<Procedure, "type" | "inputs"> {
  const { type, inputs } = (procedure as { _def: Pick<Procedure, "type" | "inputs"> })._def;
  return { type, inputs };
}
